import { capital } from "#src/ui/format.ts";
import { Deed, Problems, TextField } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import { Taps } from "#src/ui/taps.tsx";
import type { View } from "#src/ui/view.ts";
import { type Team, teamKinds, type TeamRefusal, type TeamWish } from "./team.ts";

type Props = {
  view: View;
  teams: readonly Team[];
  counts: ReadonlyMap<string, number>;
  wish?: TeamWish | undefined;
  refusals?: readonly TeamRefusal[] | undefined;
};

/** All teams by kind, with how many people work there; and adding one. */
export function TeamsPage({ view, teams, counts, wish, refusals = [] }: Props) {
  const { organisation, teams: title } = view.w;
  const groups = teamKinds.map((kind) => ({ kind, those: teams.filter((team) => team.kind === kind && team.endedAt === null) }));
  const ended = teams.filter(({ endedAt }) => endedAt !== null);
  return (
    <Page view={view} title={title} at="teams">
      <Problems view={view} problems={problemsOf(view, refusals)} />
      <h1>{title}</h1>
      <p>{organisation.teamsLead}</p>
      {groups.map(
        ({ kind, those }) =>
          those.length > 0 && (
            <section>
              <h2>{organisation.teamKinds[kind]}</h2>
              <ul class="hv-rows hv-rows--close">
                {those.map(({ id, name }) => (
                  <li class="hv-mandate">
                    <a href={`/teams/${id}`}>{capital(name)}</a>
                    <span class="hv-quiet">{organisation.people(counts.get(id) ?? 0)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {ended.length > 0 && (
        <section>
          <h2>{organisation.teamsEnded}</h2>
          <ul class="hv-rows hv-rows--close">
            {ended.map(({ id, name }) => (
              <li>
                <a href={`/teams/${id}`}>{capital(name)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{organisation.teamAdd}</h2>
        <Deed view={view} action="/teams">
          <TeamFields view={view} wish={wish} refusals={refusals} />
          <p class="hv-deeds">
            <button class="hv-button">{organisation.teamAdd}</button>
          </p>
        </Deed>
      </section>
    </Page>
  );
}

const fieldOf: Record<TeamRefusal, string> = { teamName: "name", teamNameTaken: "name", teamKind: "kind", teamStillHas: "people" };

/** What was refused, as sentences that lead to the field. */
export const problemsOf = (view: View, refusals: readonly TeamRefusal[]) =>
  refusals.map((refusal) => ({ field: fieldOf[refusal], text: view.w.organisation.refusals[refusal] }));

export function TeamFields({ view, wish, refusals }: { view: View; wish: TeamWish | undefined; refusals: readonly TeamRefusal[] }) {
  const { organisation } = view.w;
  const problem = (field: string) => problemsOf(view, refusals).find((one) => one.field === field)?.text;
  return (
    <>
      <TextField view={view} name="name" label={organisation.teamName} value={wish?.name} hint={organisation.teamNameHint} problem={problem("name")} />
      <Taps
        legend={organisation.teamKind}
        name="kind"
        many={false}
        options={teamKinds.map((kind) => ({ value: kind, label: organisation.teamKinds[kind] }))}
        chosen={wish?.kind ? [wish.kind] : []}
        problem={problem("kind")}
      />
    </>
  );
}
