/** Where people work: in the access, elsewhere in the municipality, or outside it. */
export const teamKinds = ["access", "department", "outside"] as const;
export type TeamKind = (typeof teamKinds)[number];

export type Team = {
  readonly id: string;
  readonly name: string;
  readonly kind: TeamKind;
  readonly endedAt: Date | null;
  readonly version: number;
};
/** Somebody who works in a team, reads along with it, or was invited to it. */
export type InTeam = { readonly id: string | undefined; readonly name: string; readonly title: string; readonly as: "member" | "reader" | "invited" };

export type TeamWish = { readonly name: string; readonly kind: TeamKind | undefined };
export type TeamRefusal = "teamName" | "teamNameTaken" | "teamKind" | "teamStillHas";

/** What is the matter with a team as somebody wants it; two teams with one name could not be told apart. */
export function refuseTeam({ name, kind }: TeamWish, others: readonly Team[]): TeamRefusal[] {
  const same = (one: string, other: string) => one.toLocaleLowerCase("nl") === other.toLocaleLowerCase("nl");
  return [
    ...(name === "" ? (["teamName"] as const) : others.some((other) => same(other.name, name)) ? (["teamNameTaken"] as const) : []),
    ...(kind === undefined ? (["teamKind"] as const) : []),
  ];
}

/** A team ends only when nobody is in it, reads along with it or is on the way to it: whose team ended would belong nowhere. */
export const refuseEnding = (people: readonly InTeam[]): TeamRefusal[] => (people.length > 0 ? ["teamStillHas"] : []);
