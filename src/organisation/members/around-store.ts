import type { Room } from "#src/platform/database.ts";
import { isAddress } from "#src/platform/mail/address.ts";
import { findTeams } from "../teams/store.ts";
import type { Around, Member } from "./member.ts";
import { countOtherAdministrators, isTaken } from "./store.ts";

/** What a rule has to know of teams, addresses and other administrators, as it is now. */
export async function findAround(room: Room, email: string, member?: Pick<Member, "id">): Promise<Around> {
  const teams = await findTeams(room);
  return {
    teamIds: teams.filter(({ endedAt }) => endedAt === null).map(({ id }) => id),
    email: !isAddress(email) ? "is-none" : (await isTaken(room, email, member?.id)) ? "is-taken" : "is",
    otherAdministrators: member ? await countOtherAdministrators(room, member.id) : 0,
  };
}
