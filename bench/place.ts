import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Actor, Role } from "#src/kernel/actor.ts";
import { snags } from "#src/learning/signals/words.ts";
import { type Database } from "#src/platform/database.ts";
import { beginSession } from "#src/platform/session.ts";

/** One municipality of the benchmark: how many signals it gets, and who works there. */
export type Place = { readonly id: string; readonly signals: number; readonly professionals: readonly Actor[] };
export type Visitor = { readonly actor: Actor; readonly cookie: string };

const smallOnes = 19;
const rolesOf = (index: number): Role => (index % 15 === 0 ? "owner" : index % 15 === 1 ? "facilitator" : index % 50 === 2 ? "jurist" : "professional");

/** A big municipality, found on 127.0.0.1, and nineteen small ones; the first returned is the big one. */
export async function makePlaces(admin: pg.Client, big: number, small: number): Promise<Place[]> {
  const places: Place[] = [];
  for (let index = 0; index <= smallOnes; index += 1) {
    const first = index === 0;
    places.push(await makePlace(admin, first ? "127.0.0.1" : `place-${index}.test`, first ? big : small, first ? 30 : 5, first ? 300 : 20));
  }
  return places;
}

async function makePlace(admin: pg.Client, host: string, signals: number, teamCount: number, memberCount: number): Promise<Place> {
  const municipality_id = randomUUID();
  const teams = Array.from({ length: teamCount }, (_, index) => ({
    municipality_id,
    id: randomUUID(),
    name: `wijkteam ${index + 1}`,
    kind: index < teamCount - 2 ? "access" : "department",
  }));
  const members = Array.from({ length: memberCount }, (_, index) => {
    const role = rolesOf(index);
    return {
      municipality_id,
      id: randomUUID(),
      issuer: "bench",
      subject: String(index),
      name: `Lid ${index}`,
      title: role === "owner" ? "eigenaar van regels" : "medewerker toegang",
      roles: [role],
      team_id: teams[index % teamCount]!.id,
      other_team_ids: [],
      laws: [],
      language: "nl",
    };
  });
  const owners = members.filter(({ roles }) => roles[0] === "owner");
  const mandates = snags.map((snag, index) => ({
    municipality_id,
    id: randomUUID(),
    level: null,
    snag,
    owner_id: owners[index % owners.length]!.id,
    deputy_id: owners[(index + 1) % owners.length]!.id,
    version: 1,
  }));
  await admin.query("insert into organisation.municipality (id, name) values ($1, 'Testdorp')", [municipality_id]);
  await admin.query("insert into organisation.host (name, municipality_id) values ($1, $2)", [host, municipality_id]);
  for (const [table, rows] of Object.entries({ team: teams, member: members, mandate: mandates })) {
    // Named, so that other columns get their default.
    const columns = Object.keys(rows[0]!).join(", ");
    await admin.query(`insert into organisation.${table} (${columns}) select ${columns} from json_populate_recordset(null::organisation.${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  }
  const professionals = members
    .filter(({ roles }) => roles[0] === "professional")
    .map(({ id, team_id }): Actor => ({ memberId: id, municipalityId: municipality_id, role: "professional", teamId: team_id, otherTeamIds: [] }));
  return { id: municipality_id, signals, professionals };
}

/** Logs in `count` professionals, spread over the teams. */
export async function logIn(learning: Database, { professionals }: Place, count: number): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (const actor of professionals.slice(0, count)) visitors.push({ actor, cookie: `haarvat=${await beginSession(learning, actor, new Date())}` });
  return visitors;
}
