import { v7 } from "uuid";
import type { Actor, Role } from "#src/kernel/actor.ts";
import { people, type PersonKey, type TeamKey, teams } from "./people.ts";

/** The ids behind the people and teams of one demonstration. */
export type Cast = {
  readonly municipalityId: string;
  readonly teamId: (key: TeamKey) => string;
  readonly memberId: (key: PersonKey) => string;
  readonly keyOf: (memberId: string) => PersonKey | undefined;
  readonly actor: (key: PersonKey, role?: Role) => Actor;
};

export function makeCast(): Cast {
  const municipalityId = v7();
  const teamIds = new Map(Object.keys(teams).map((key) => [key, v7()]));
  const memberIds = new Map(Object.keys(people).map((key) => [key, v7()]));
  const keys = new Map([...memberIds].map(([key, id]) => [id, key as PersonKey]));
  const teamId = (key: TeamKey) => teamIds.get(key)!;
  const memberId = (key: PersonKey) => memberIds.get(key)!;
  const actor = (key: PersonKey, role: Role = people[key].roles[0]): Actor => ({
    memberId: memberId(key),
    municipalityId,
    role,
    teamId: teamId(people[key].team),
    otherTeamIds: [],
  });
  return { municipalityId, teamId, memberId, keyOf: (id) => keys.get(id), actor };
}
