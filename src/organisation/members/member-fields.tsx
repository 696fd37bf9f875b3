import { TextField, type Problem, Select } from "#src/ui/form.tsx";
import { Taps } from "#src/ui/taps.tsx";
import { capital } from "#src/ui/format.ts";
import { languages } from "#src/kernel/language.ts";
import { laws } from "#src/learning/signals/index.ts";
import type { View } from "#src/ui/view.ts";
import type { Team } from "../teams/team.ts";
import { type MemberRefusal, type MemberWish, workingRoles } from "./member.ts";

const fieldOf: Record<MemberRefusal, string> = {
  memberName: "name",
  memberTitle: "title",
  memberEmail: "email",
  memberEmailTaken: "email",
  memberInvited: "email",
  memberRoles: "roles",
  memberTeam: "team",
  ownRoles: "roles",
  ownTeams: "team",
  lastAdministrator: "roles",
  oldTeam: "team",
};

/** What was refused, as sentences that lead to the field. */
export const memberProblems = (view: View, refusals: readonly MemberRefusal[]): Problem[] =>
  refusals.map((refusal) => ({ field: fieldOf[refusal], text: view.w.organisation.memberRefusals[refusal] }));

type Props = { view: View; wish: Partial<MemberWish>; teams: readonly Team[]; refusals: readonly MemberRefusal[] };
const toChoose = (teams: readonly Team[], ...kept: readonly (string | undefined)[]) =>
  teams.filter(({ id, endedAt }) => endedAt === null || kept.includes(id)).map(({ id, name }) => ({ value: id, label: capital(name) }));

/** Who somebody is, what they do and where: the same for an invitation and for a member. */
export function WhoFields({ view, wish, teams, refusals }: Props) {
  const { organisation, terms } = view.w;
  const problem = (field: string) => memberProblems(view, refusals).find((one) => one.field === field)?.text;
  return (
    <>
      <TextField view={view} name="name" label={organisation.memberName} value={wish.name} problem={problem("name")} />
      <TextField view={view} name="title" label={organisation.memberTitle} hint={organisation.memberTitleHint} value={wish.title} problem={problem("title")} />
      <TextField view={view} name="email" label={organisation.memberEmail} value={wish.email} problem={problem("email")} />
      <Taps
        legend={organisation.memberRoles}
        hint={organisation.memberRolesHint}
        name="roles"
        options={workingRoles.map((role) => ({ value: role, label: terms.role[role] }))}
        chosen={wish.roles ?? []}
        problem={problem("roles")}
      />
      <Select
        view={view}
        name="team"
        label={organisation.memberTeam}
        empty={view.w.deeds.pick}
        options={toChoose(teams, wish.teamId)}
        value={wish.teamId}
        problem={problem("team")}
      />
    </>
  );
}

/** What else is kept of a member. */
export function MoreFields({ view, wish, teams }: Omit<Props, "refusals">) {
  const { organisation, terms } = view.w;
  return (
    <>
      <Taps
        legend={organisation.memberOthers}
        hint={organisation.memberOthersHint}
        name="others"
        options={toChoose(teams, ...(wish.otherTeamIds ?? [])).filter(({ value }) => value !== wish.teamId)}
        chosen={wish.otherTeamIds ?? []}
      />
      <Taps legend={organisation.memberLaws} name="laws" options={laws.map((law) => ({ value: law, label: terms.law[law] }))} chosen={wish.laws ?? []} />
      <Taps
        legend={organisation.memberLanguage}
        name="language"
        many={false}
        options={languages.map((language) => ({ value: language, label: organisation.languages[language] }))}
        chosen={wish.language ? [wish.language] : []}
      />
    </>
  );
}
