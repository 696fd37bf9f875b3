import type { NamedMandate } from "#src/learning/mandates/index.ts";
import { capital, showList, showMoment } from "#src/ui/format.ts";
import { Deed, Problems } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { type Difference, Differences } from "../differences.tsx";
import type { Team } from "../teams/team.ts";
import { memberProblems, MoreFields, WhoFields } from "./member-fields.tsx";
import type { Member, MemberRefusal, MemberWish } from "./member.ts";

type Props = {
  view: View;
  member: Member;
  teams: readonly Team[];
  /** The lines of the mandate list that name this person. */
  mandates: readonly NamedMandate[];
  done: boolean;
  wish?: MemberWish | undefined;
  refusals?: readonly MemberRefusal[] | undefined;
  stale?: boolean | undefined;
};

/** One member: who it is, what they do and where; leaving, and coming back. */
export function MemberPage({ view, member, teams, mandates, done, wish = asWish(member), refusals = [], stale }: Props) {
  const { organisation } = view.w;
  const { endedAt } = member;
  return (
    <Page view={view} title={member.name} at="members">
      <Problems view={view} problems={memberProblems(view, refusals)} />
      {stale && <Differences view={view} all={differences(view, asWish(member), wish, teams)} />}
      {done && (
        <div class="hv-done" role="status">
          <p>{organisation.saved}</p>
        </div>
      )}
      <h1>{member.name}</h1>
      {endedAt && <p>{organisation.memberLeftSince(showMoment(view, endedAt))}</p>}
      {endedAt && mandates.length > 0 && <Mandates view={view} mandates={mandates} />}
      <Deed view={view} action={`/members/${member.id}`}>
        <input type="hidden" name="version" value={member.version} />
        <WhoFields view={view} wish={wish} teams={teams} refusals={refusals} />
        <MoreFields view={view} wish={wish} teams={teams} />
        <p class="hv-deeds">
          <button class="hv-button">{organisation.save}</button>
        </p>
      </Deed>
      <section>
        <h2>{endedAt ? organisation.bringBack : organisation.letGo}</h2>
        {endedAt ? (
          <p>{organisation.bringBackLead}</p>
        ) : (
          <ul class="hv-plain-list">
            {organisation.letGoLead.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        )}
        {!endedAt && mandates.length > 0 && <Mandates view={view} mandates={mandates} />}
        <Deed view={view} action={`/members/${member.id}/${endedAt ? "bring-back" : "let-go"}`}>
          <p class="hv-deeds">
            <button class="hv-button hv-button--plain">{endedAt ? organisation.bringBack : organisation.letGo}</button>
          </p>
        </Deed>
      </section>
    </Page>
  );
}

/** Who answers what, as far as it is this person: somebody else has to. */
function Mandates({ view, mandates }: { view: View; mandates: readonly NamedMandate[] }) {
  const { organisation, overview, terms } = view.w;
  return (
    <div class="hv-note hv-note--asks">
      <p>
        {organisation.memberAnswers} <a href="/mandates">{organisation.toMandates}</a>
      </p>
      <ul class="hv-plain-list">
        {mandates.map(({ snag, level, as }) => (
          <li>
            {capital([snag && terms.snag[snag], level && terms.level[level]].filter(Boolean).join(" · "))}
            {as === "deputy" && ` (${overview.deputy})`}
          </li>
        ))}
      </ul>
    </div>
  );
}

const asWish = ({ email, ...member }: Member): MemberWish => ({ ...member, email: email ?? "" });

function differences(view: View, now: MemberWish, yours: MemberWish, teams: readonly Team[]): Difference[] {
  const { organisation, terms } = view.w;
  const teamNames = (ids: readonly (string | undefined)[]) =>
    showList(
      view,
      teams.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    );
  const as = (wish: MemberWish): readonly [string, string][] => [
    [organisation.memberName, wish.name],
    [organisation.memberTitle, wish.title],
    [organisation.memberEmail, wish.email],
    [
      organisation.memberRoles,
      showList(
        view,
        [...wish.roles].sort().map((role) => terms.role[role]),
      ),
    ],
    [organisation.memberTeam, teamNames([wish.teamId])],
    [organisation.memberOthers, teamNames(wish.otherTeamIds)],
    [
      organisation.memberLaws,
      showList(
        view,
        [...wish.laws].sort().map((law) => terms.law[law]),
      ),
    ],
    [organisation.memberLanguage, organisation.languages[wish.language]],
  ];
  const filledIn = as(yours);
  return as(now).map(([label, value], index) => ({ label, now: value, yours: filledIn[index]![1] }));
}
