import pg from "pg";
import { v7 } from "uuid";
import type { Actor } from "#src/kernel/actor.ts";
import { open } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { beginSession } from "#src/platform/session.ts";
import type { House } from "./house.ts";

export type Writer = { readonly id: string; readonly cookie: string; readonly token: string };
export type People = { readonly municipalityId: string; readonly owner: string; readonly writers: readonly Writer[] };

/** A municipality on 127.0.0.1 with people who write, and an owner who hears of all of it, also by e-mail. */
export async function settle(house: House, count: number): Promise<People> {
  const municipality_id = v7();
  const team_id = v7();
  const member = (role: string, index: number) => ({
    municipality_id,
    id: v7(),
    issuer: "faults",
    subject: `${role} ${index}`,
    name: `${role} ${index}`,
    title: `medewerker ${index}`,
    roles: [role],
    team_id,
    email: role === "owner" ? "owner@testdorp.example" : null,
    mail_rhythm: "at-once",
    other_team_ids: [],
    laws: [],
    language: "nl",
  });
  const owner = member("owner", 0);
  const members = Array.from({ length: count }, (_, index) => member("professional", index));
  const admin = new pg.Client(house.login);
  await admin.connect();
  await admin.query("insert into organisation.municipality (id, name) values ($1, 'Testdorp')", [municipality_id]);
  await admin.query("insert into organisation.host (name, municipality_id) values ('127.0.0.1', $1)", [municipality_id]);
  await admin.query("insert into organisation.team (municipality_id, id, name, kind) values ($1, $2, 'wijkteam Oost', 'access')", [municipality_id, team_id]);
  for (const one of [owner, ...members]) {
    const names = Object.keys(one);
    await admin.query(
      `insert into organisation.member (${names.join(", ")}) values (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(one),
    );
  }
  await admin.query("insert into organisation.mandate (municipality_id, id, snag, owner_id) values ($1, $2, 'belief', $3)", [municipality_id, v7(), owner.id]);
  await admin.end();
  const learning = open(house.server, "haarvat_learning", passwordOf(house.server, "haarvat_learning"), false, 2);
  const writers: Writer[] = [];
  for (const { id } of members) {
    const actor: Actor = { memberId: id, municipalityId: municipality_id, role: "professional", teamId: team_id, otherTeamIds: [] };
    const cookie = `__Host-haarvat=${await beginSession(learning, actor, new Date())}`;
    const page = await (await fetch(`http://127.0.0.1:${house.port}/write`, { headers: { cookie } })).text();
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1];
    if (!token) throw new Error("The page to write on carries no form token");
    writers.push({ id, cookie, token });
  }
  await learning.destroy();
  return { municipalityId: municipality_id, owner: owner.id, writers };
}
