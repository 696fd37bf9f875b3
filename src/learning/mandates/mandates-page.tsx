import { type Colleague, levels, snags } from "#src/learning/signals/index.ts";
import { capital } from "#src/ui/format.ts";
import { Deed, Problems, Select } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { Listed } from "./store.ts";

type Props = { view: View; mandates: readonly Listed[]; receivers: readonly Colleague[] | undefined; refusal?: "mandateTwice" | "mandateNeeds" | undefined };

/** Who answers what sticks where; everybody may read it, facilitator and administrator keep it. */
export function MandatesPage({ view, mandates, receivers, refusal }: Props) {
  const { overview, terms } = view.w;
  return (
    <Page view={view} title={overview.mandates} at="mandates">
      {refusal && <Problems view={view} problems={[{ field: refusal === "mandateTwice" ? "level" : "owner", text: overview[refusal] }]} />}
      <h1>{overview.mandates}</h1>
      <p>{overview.mandatesLead}</p>
      {mandates.length === 0 ? (
        <p>{overview.mandatesNone}</p>
      ) : (
        <ul class="hv-rows">
          {mandates.map(({ id, snag, level, owner, ownerLeft, deputy, deputyLeft }) => (
            <li class="hv-mandate">
              <div>
                <p>
                  <b>{capital([snag && terms.snag[snag], level && terms.level[level]].filter(Boolean).join(" · "))}</b>
                </p>
                <p>
                  {capital(owner)}
                  {ownerLeft && <span class="hv-asks"> ({overview.left})</span>}
                  {deputy && (
                    <span class="hv-quiet">
                      {" "}
                      · {overview.deputy}: {deputy}
                      {deputyLeft && <span class="hv-asks"> ({overview.left})</span>}
                    </span>
                  )}
                </p>
              </div>
              {receivers && (
                <Deed view={view} action={`/mandates/${id}/remove`}>
                  <button class="hv-plain">
                    {overview.remove}
                    <span class="hv-hidden">
                      {" "}
                      ({snag ? terms.snag[snag] : overview.any}, {owner})
                    </span>
                  </button>
                </Deed>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="hv-quiet">{overview.unmandated}</p>
      {receivers && <Add view={view} receivers={receivers} />}
    </Page>
  );
}

function Add({ view, receivers }: { view: View; receivers: readonly Colleague[] }) {
  const { overview, terms } = view.w;
  const people = receivers.map(({ id, title, team }) => ({ value: id, label: `${title}, ${team}` }));
  return (
    <section>
      <h2>{overview.add}</h2>
      <Deed view={view} action="/mandates">
        <Select view={view} name="snag" label={overview.snag} empty={overview.any} options={snags.map((snag) => ({ value: snag, label: terms.snag[snag] }))} />
        <Select
          view={view}
          name="level"
          label={overview.level}
          empty={overview.any}
          options={levels.map((level) => ({ value: level, label: terms.level[level] }))}
        />
        <Select view={view} name="owner" label={overview.owner} empty={view.w.deeds.pick} options={people} />
        <Select view={view} name="deputy" label={capital(overview.deputy)} empty={overview.noDeputy} options={people} />
        <p class="hv-deeds">
          <button class="hv-button">{overview.add}</button>
        </p>
      </Deed>
    </section>
  );
}
