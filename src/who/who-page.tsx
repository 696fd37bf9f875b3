import type { Role } from "#src/kernel/actor.ts";
import { capital } from "#src/ui/format.ts";
import { FormToken, Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";

export type Fictitious = { readonly id: string; readonly name: string; readonly title: string; readonly team: string; readonly roles: readonly Role[] };

/** Only in the demonstration: pick a fictitious person and look along. */
export function WhoPage({ view, people, back }: { view: View; people: readonly Fictitious[]; back: string }) {
  const { w } = view;
  const teams = Map.groupBy(people, ({ team }) => team);
  return (
    <Page view={view} title={w.who}>
      <h1>{w.who}</h1>
      <p>{w.whoLead}</p>
      {[...teams].map(([team, members]) => (
        <section>
          <h2>{capital(team)}</h2>
          <ul class="hv-people">
            {members.map(({ id, name, title, roles }) => (
              <li>
                <form method="post" action="/who">
                  <FormToken view={view} />
                  <input type="hidden" name="back" value={back} />
                  <button class="hv-plain" name="member" value={id}>
                    {name}
                    <small>
                      {title}
                      {roles.includes("advocate") && ` · ${w.whoFor}`}
                    </small>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
