import { type Role, roles } from "#src/kernel/actor.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Law } from "#src/learning/signals/index.ts";

/** Roles of who works here; residents and who is close to them come in by another way. */
export const workingRoles = roles.filter((role) => role !== "resident" && role !== "confidant");

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly teamId: string;
  readonly otherTeamIds: readonly string[];
  readonly laws: readonly Law[];
  readonly language: Language;
  readonly endedAt: Date | null;
  readonly version: number;
};

/** A member as somebody wants it. */
export type MemberWish = Pick<Member, "name" | "title" | "roles" | "otherTeamIds" | "laws" | "language"> & {
  readonly email: string;
  readonly teamId: string | undefined;
};
export type MemberRefusal =
  | "memberName"
  | "memberTitle"
  | "memberEmail"
  | "memberEmailTaken"
  | "memberInvited"
  | "memberRoles"
  | "memberTeam"
  | "ownRoles"
  | "ownTeams"
  | "lastAdministrator"
  | "oldTeam";

/** What a rule has to know of the others. */
export type Around = {
  /** Teams that did not end. */
  readonly teamIds: readonly string[];
  /** Whether what was typed is an address, and whether somebody else has it. */
  readonly email: "is" | "is-none" | "is-taken";
  /** Who are administrator besides this member, and still work here. */
  readonly otherAdministrators: number;
};

const same = (wish: Pick<MemberWish, "name" | "title" | "roles" | "teamId">, { teamIds }: Around): MemberRefusal[] => [
  ...(wish.name === "" ? (["memberName"] as const) : []),
  ...(wish.title === "" ? (["memberTitle"] as const) : []),
  ...(wish.roles.length === 0 ? (["memberRoles"] as const) : []),
  ...(wish.teamId === undefined || !teamIds.includes(wish.teamId) ? (["memberTeam"] as const) : []),
];
const addressed = ({ email }: Around): MemberRefusal[] => (email === "is-none" ? ["memberEmail"] : email === "is-taken" ? ["memberEmailTaken"] : []);

/** Whoever is invited gets an e-mail, so needs an address. */
export const refuseInvitation = (wish: MemberWish, around: Around): MemberRefusal[] => [...same(wish, around), ...addressed(around)];

/**
 * A change of a member. Nobody gives a role or a team to themselves, because with it one reads more: another administrator does. And
 * somebody has to stay who can do this work: the last administrator stays administrator.
 */
export function refuseChange(member: Member, wish: MemberWish, actorId: string, around: Around): MemberRefusal[] {
  const own = member.id === actorId;
  const addsRole = wish.roles.some((role) => !member.roles.includes(role));
  const had = [member.teamId, ...member.otherTeamIds];
  const addsTeam = [wish.teamId ?? member.teamId, ...wish.otherTeamIds].some((team) => !had.includes(team));
  return [
    ...same(wish, around),
    ...(wish.email === "" ? [] : addressed(around)),
    ...(own && addsRole ? (["ownRoles"] as const) : []),
    ...(own && addsTeam ? (["ownTeams"] as const) : []),
    ...(isLast(member, around) && !wish.roles.includes("administrator") ? (["lastAdministrator"] as const) : []),
  ];
}

/** Whoever leaves is logged out at once and stays where signals point at; the last administrator cannot. */
export const refuseLeaving = (member: Member, around: Pick<Around, "otherAdministrators">): MemberRefusal[] =>
  isLast(member, around) ? ["lastAdministrator"] : [];

/** Whoever comes back belongs to a team that is still there. */
export const refuseReturn = ({ teamId }: Member, { teamIds }: Pick<Around, "teamIds">): MemberRefusal[] => (teamIds.includes(teamId) ? [] : ["oldTeam"]);

const isLast = ({ roles, endedAt }: Member, { otherAdministrators }: Pick<Around, "otherAdministrators">): boolean =>
  endedAt === null && roles.includes("administrator") && otherAdministrators === 0;
