import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { asActor } from "#src/platform/database.ts";
import { administratorInside } from "#test/administrator.ts";
import { now } from "#test/municipality.ts";
import { addTeam, changeTeam, findTeam } from "./store.ts";
import { refuseTeam, type Team } from "./team.ts";

const { database, here, administrator } = await administratorInside();

const added = async (name: string): Promise<string> => {
  await administrator.post("/teams", { name, kind: "access" });
  const row = await database.migrator
    .selectFrom("organisation.team")
    .select("id")
    .where("municipality_id", "=", here.id)
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return row.id;
};
const teamOf = (id: string) => asActor(database.gate, here.administrator, now, (room) => findTeam(room, id));
const entriesOf = async (id: string) =>
  (await database.migrator.selectFrom("trail.entry").select("action").where("object_id", "=", id).execute()).map(({ action }) => action).sort();

test("a team needs a name that no other has, however it is written, and a kind", () => {
  const oost: Team = { id: "oost", name: "wijkteam Oost", kind: "access", endedAt: null, version: 1 };
  expect(refuseTeam({ name: "wijkteam West", kind: "access" }, [oost])).toEqual([]);
  expect(refuseTeam({ name: "WIJKTEAM oost", kind: undefined }, [oost])).toEqual(["teamNameTaken", "teamKind"]);
  expect(refuseTeam({ name: "", kind: "outside" }, [oost])).toEqual(["teamName"]);
});

describe("an administrator", () => {
  test("adds a team, renames it and gives it another kind; each leaves a trail", async () => {
    const id = await added("wijkteam Noord");
    expect((await administrator.post(`/teams/${id}`, { version: "1", name: "  wijkteam   Noorderpark ", kind: "outside" })).status).toBe(303);
    expect(await teamOf(id)).toMatchObject({ name: "wijkteam Noorderpark", kind: "outside", version: 2 });
    expect(await entriesOf(id)).toEqual(["team-added", "team-changed"]);
  });

  test("is asked for another name when a team has it, and what was typed stays", async () => {
    const answer = await administrator.post("/teams", { name: "WIJKTEAM OOST", kind: "access" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Er is al een team met deze naam");
    expect(page).toContain(`value="WIJKTEAM OOST"`);
  });

  test("ends a team in which nobody is, and begins it again", async () => {
    const id = await added("wijkteam Tijdelijk");
    expect((await administrator.post(`/teams/${id}/end`)).status).toBe(303);
    expect((await teamOf(id))?.endedAt).toEqual(now);
    await administrator.post(`/teams/${id}/end`);
    await administrator.post(`/teams/${id}/begin-again`);
    expect((await teamOf(id))?.endedAt).toBeNull();
    expect(await entriesOf(id)).toEqual(["team-added", "team-begun-again", "team-ended"]);
  });

  test("is told who is still in a team that should end; looking at them leaves a trail", async () => {
    const answer = await administrator.post(`/teams/${here.teams.oost}/end`);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ["Er horen nog mensen bij dit team", "bringer", "teammate"]) expect(page).toContain(words);
    expect((await teamOf(here.teams.oost))?.endedAt).toBeNull();
    expect(await entriesOf(here.teams.oost)).toContain("looked");
  });

  test("who fills in a page that is out of date sees both, and decides", async () => {
    const id = await added("wijkteam Samen");
    await administrator.post(`/teams/${id}`, { version: "1", name: "wijkteam Eerst", kind: "access" });
    const stale = await administrator.post(`/teams/${id}`, { version: "1", name: "wijkteam Later", kind: "access" });
    expect(stale.status).toBe(409);
    const page = await stale.text();
    for (const words of ["Iemand anders veranderde dit intussen", "<td>wijkteam Eerst</td>", "<td>wijkteam Later</td>"]) expect(page).toContain(words);
    expect((await teamOf(id))?.name).toBe("wijkteam Eerst");
    expect((await administrator.post(`/teams/${id}`, { version: "2", name: "wijkteam Later", kind: "access" })).status).toBe(303);
  });
});

describe("the database itself", () => {
  test("lets nobody but an administrator add or change a team, through whatever door", async () => {
    for (const key of ["bringer", "owner", "facilitator", "privacy", "partner"] as const) {
      await expect(asActor(database.gate, here[key], now, (room) => addTeam(room, "mijn team", "access"))).rejects.toThrow(/row-level security/);
      expect(
        await asActor(database.gate, here[key], now, (room) => changeTeam(room, { id: here.teams.oost, version: 1 }, { name: "van mij" }, "team-changed")),
      ).toBe(false);
    }
    await expect(asActor(database.learning, here.administrator, now, (room) => addTeam(room, "langs de deur", "access"))).rejects.toThrow(/permission denied/);
  });

  test("lets nobody remove one", async () => {
    for (const pool of [database.gate, database.learning])
      await expect(asActor(pool, here.administrator, now, ({ tx }) => sql`delete from organisation.team`.execute(tx))).rejects.toThrow(/permission denied/);
  });
});
