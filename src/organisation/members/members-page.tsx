import { capital, showList, showMoment } from "#src/ui/format.ts";
import { Deed, Select, TextField } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { Team } from "../teams/team.ts";
import type { Invited } from "./invitation-store.ts";
import { workingRoles } from "./member.ts";
import type { Filter, ListedMember } from "./store.ts";

type Props = {
  view: View;
  filter: Filter;
  members: readonly ListedMember[];
  more: boolean;
  invited: readonly Invited[];
  teams: readonly Team[];
  done: boolean;
};

/** Everybody who works with Haarvat here, to find and to open; and who was invited. */
export function MembersPage({ view, filter, members, more, invited, teams, done }: Props) {
  const { organisation, members: title } = view.w;
  return (
    <Page view={view} title={title} at="members" aside={<Filters view={view} filter={filter} teams={teams} />}>
      {done && (
        <div class="hv-done" role="status">
          <p>{organisation.invitationSent}</p>
        </div>
      )}
      <h1>{title}</h1>
      <p class="hv-deeds">
        <a class="hv-button" href="/members/invite">
          {organisation.invite}
        </a>
      </p>
      {invited.length > 0 && filter.page === 1 && <InvitedRows view={view} invited={invited} />}
      {members.length === 0 && <p>{organisation.membersNone}</p>}
      {members.length > 0 && (
        <ul class="hv-rows hv-rows--close">
          {members.map(({ id, name, title, team, roles, endedAt }) => (
            <li>
              <a href={`/members/${id}`}>{name}</a>
              <p class="hv-quiet">
                {[capital(title), team, rolesBeside(view, title, roles)].filter(Boolean).join(" · ")}
                {endedAt && ` · ${organisation.memberLeftOn(showMoment(view, endedAt))}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <p class="hv-deeds">
          <a class="hv-button hv-button--plain" href={`/members?${inAddress({ ...filter, page: filter.page + 1 })}`}>
            {organisation.membersMore}
          </a>
        </p>
      )}
    </Page>
  );
}

/** Somebody's roles, but for one that the work already says. */
const rolesBeside = ({ w, language, today }: View, title: string, roles: ListedMember["roles"]): string =>
  showList(
    { language, today },
    roles.map((role) => w.terms.role[role]).filter((role) => role.toLowerCase() !== title.toLowerCase()),
  );

function InvitedRows({ view, invited }: { view: View; invited: readonly Invited[] }) {
  const { organisation } = view.w;
  return (
    <section>
      <h2>{organisation.invited}</h2>
      <ul class="hv-rows">
        {invited.map(({ id, name, title, team, endsAt, passed }) => (
          <li class="hv-mandate">
            <div>
              <p>{name}</p>
              <p class={passed ? "hv-asks" : "hv-quiet"}>
                {capital(title)} · {team} · {passed ? organisation.invitationPassed : organisation.invitationUntil(showMoment(view, endsAt))}
              </p>
            </div>
            <div class="hv-deeds">
              <Deed view={view} action={`/members/invite/${id}/again`}>
                <button class="hv-plain">
                  {organisation.inviteAgain}
                  <span class="hv-hidden"> ({name})</span>
                </button>
              </Deed>
              <Deed view={view} action={`/members/invite/${id}/withdraw`}>
                <button class="hv-plain">
                  {organisation.inviteWithdraw}
                  <span class="hv-hidden"> ({name})</span>
                </button>
              </Deed>
            </div>
          </li>
        ))}
      </ul>
      <h2>{organisation.here}</h2>
    </section>
  );
}

function Filters({ view, filter, teams }: { view: View; filter: Filter; teams: readonly Team[] }) {
  const { organisation, overview, terms } = view.w;
  return (
    <section>
      <h2 id="filters">{overview.filters}</h2>
      <form action="/members" method="get" class="hv-filters">
        <TextField view={view} name="q" label={organisation.searchName} value={filter.q} />
        <Select
          view={view}
          name="team"
          label={overview.team}
          value={filter.team}
          empty={overview.all}
          options={teams.map(({ id, name }) => ({ value: id, label: capital(name) }))}
        />
        <Select
          view={view}
          name="role"
          label={view.w.role}
          value={filter.role}
          empty={overview.all}
          options={workingRoles.map((role) => ({ value: role, label: terms.role[role] }))}
        />
        <Select
          view={view}
          name="left"
          label={organisation.whoLeft}
          value={filter.left}
          empty={organisation.left.no}
          options={(["yes", "all"] as const).map((left) => ({ value: left, label: organisation.left[left] }))}
        />
        <p class="hv-deeds">
          <button class="hv-button hv-button--plain">{overview.filter}</button>
          <a href="/members">{overview.clear}</a>
        </p>
      </form>
    </section>
  );
}

const inAddress = (filter: Filter): string =>
  new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))).toString();
