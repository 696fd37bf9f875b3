import { capital, showMoment } from "#src/ui/format.ts";
import { Deed, Problems } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Differences } from "../differences.tsx";
import type { InTeam, Team, TeamRefusal, TeamWish } from "./team.ts";
import { problemsOf, TeamFields } from "./teams-page.tsx";

type Props = {
  view: View;
  team: Team;
  people: readonly InTeam[];
  done: boolean;
  wish?: TeamWish | undefined;
  refusals?: readonly TeamRefusal[] | undefined;
  stale?: boolean | undefined;
};

/** One team: what it is called, who is in it, and ending it when that is nobody. */
export function TeamPage({ view, team, people, done, wish = team, refusals = [], stale }: Props) {
  const { organisation } = view.w;
  const kindOf = ({ kind }: TeamWish) => (kind ? organisation.teamKinds[kind] : "");
  return (
    <Page view={view} title={capital(team.name)} at="teams">
      <Problems view={view} problems={problemsOf(view, refusals)} />
      {stale && (
        <Differences
          view={view}
          all={[
            { label: organisation.teamName, now: team.name, yours: wish.name },
            { label: organisation.teamKind, now: kindOf(team), yours: kindOf(wish) },
          ]}
        />
      )}
      {done && (
        <div class="hv-done" role="status">
          <p>{organisation.saved}</p>
        </div>
      )}
      <h1>{capital(team.name)}</h1>
      {team.endedAt && <p>{organisation.teamEndedOn(showMoment(view, team.endedAt))}</p>}
      <People view={view} people={people} />
      <Deed view={view} action={`/teams/${team.id}`}>
        <input type="hidden" name="version" value={team.version} />
        <TeamFields view={view} wish={wish} refusals={refusals} />
        <p class="hv-deeds">
          <button class="hv-button">{organisation.save}</button>
        </p>
      </Deed>
      <section>
        <h2>{team.endedAt ? organisation.teamBeginAgain : organisation.teamEnd}</h2>
        <p>{team.endedAt ? organisation.teamBeginAgainLead : people.length > 0 ? organisation.refusals.teamStillHas : organisation.teamEndLead}</p>
        <Deed view={view} action={`/teams/${team.id}/${team.endedAt ? "begin-again" : "end"}`}>
          <button class="hv-button hv-button--plain">{team.endedAt ? organisation.teamBeginAgain : organisation.teamEnd}</button>
        </Deed>
      </section>
    </Page>
  );
}

function People({ view, people }: { view: View; people: readonly InTeam[] }) {
  const { organisation } = view.w;
  return (
    <section id="people" tabindex={-1}>
      <h2>{organisation.inTeam}</h2>
      {people.length === 0 && <p class="hv-quiet">{organisation.inTeamNobody}</p>}
      {people.length > 0 && (
        <ul class="hv-rows hv-rows--close">
          {people.map(({ id, name, title, as }) => (
            <li class="hv-mandate">
              <span>
                {id ? <a href={`/members/${id}`}>{name}</a> : name}
                <span class="hv-quiet"> · {title}</span>
              </span>
              {as !== "member" && <span class="hv-quiet">{organisation.inTeamAs[as]}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
