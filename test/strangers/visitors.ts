import { v7 } from "uuid";
import { type Actor, type Role, roles } from "#src/kernel/actor.ts";
import { endSession } from "#src/platform/session.ts";
import type { TestDatabase } from "#test/database.ts";
import type { Doors, Visitor as Knocks } from "#test/doors.ts";
import { type Municipality, now } from "#test/municipality.ts";

/** How somebody stands to what is asked for: brought it, of the same team, of that team beside an own one, of another team, chosen to read it, asked to answer it, of another municipality. */
export const standings = ["bringer", "teammate", "joined", "colleague", "reader", "addressed", "stranger"] as const;
type Standing = (typeof standings)[number];
/** Who has no session here: none at all, one that ended, one of another municipality, one in a role that was taken away, one that was made up. */
const outsiders = ["nobody", "ended", "elsewhere's", "former", "forged"] as const;

export type Home = "here" | "elsewhere";
export type Visitor = {
  readonly who: Standing | (typeof outsiders)[number];
  /** Undefined: no session. */
  readonly role: Role | undefined;
  readonly home: Home;
  readonly teams: readonly string[];
  readonly knocks: Knocks;
  /** The same person with a session of its own, for a door that changes the session. */
  readonly anew: () => Promise<Knocks>;
};

const teamsOf: Record<Standing, readonly [string, ...string[]]> = {
  bringer: ["oost"],
  teammate: ["oost"],
  joined: ["west", "oost"],
  colleague: ["west"],
  reader: ["west"],
  addressed: ["office"],
  stranger: ["west"],
};

export type People = Record<Standing | "former", Actor>;

/** One member for every standing, each with every role: a session acts in one of them. */
export async function makePeople({ migrator }: TestDatabase, here: Municipality, elsewhere: Municipality): Promise<People> {
  const member = async (who: Standing | "former", at: Municipality, mayBe: readonly Role[]): Promise<Actor> => {
    const [team, ...others] = teamsOf[who === "former" ? "bringer" : who].map((name) => at.teams[name as "oost"]);
    const id = v7();
    await migrator
      .insertInto("organisation.member")
      .values({
        municipality_id: at.id,
        id,
        issuer: "demo",
        subject: `one ${who}`,
        name: who,
        title: `de ${who}`,
        roles: [...mayBe],
        team_id: team!,
        other_team_ids: others,
      })
      .execute();
    return { memberId: id, municipalityId: at.id, role: "professional", teamId: team!, otherTeamIds: others };
  };
  const people = await Promise.all(standings.map(async (who) => [who, await member(who, who === "stranger" ? elsewhere : here, roles)] as const));
  return { ...Object.fromEntries(people), former: await member("former", here, ["partner"]) } as People;
}

/** Everybody in every role, and everybody without a session. */
export async function makeVisitors(database: TestDatabase, house: Doors, people: People, hosts: Record<Home, string>): Promise<Visitor[]> {
  const inRole = standings.flatMap((who) =>
    roles.map(async (role): Promise<Visitor> => {
      const home = who === "stranger" ? "elsewhere" : "here";
      const anew = () => house.as({ ...people[who], role }, hosts[home]);
      return { who, role, home, teams: teamsOf[who], knocks: await anew(), anew };
    }),
  );
  const ended = await house.as(people.bringer, hosts.here);
  await endSession(database.learning, people.bringer, ended.cookie.split("=")[1]!, now);
  const outside: Record<(typeof outsiders)[number], Knocks> = {
    nobody: house.withCookie("", hosts.here),
    ended,
    "elsewhere's": house.withCookie((await house.as(people.stranger, hosts.elsewhere)).cookie, hosts.here),
    former: await house.as(people.former, hosts.here),
    forged: house.withCookie(`haarvat=${"A".repeat(43)}`, hosts.here),
  };
  const without = outsiders.map((who): Visitor => ({ who, role: undefined, home: "here", teams: [], knocks: outside[who], anew: async () => outside[who] }));
  return [...(await Promise.all(inRole)), ...without];
}
