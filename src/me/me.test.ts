import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors, type Visitor } from "#test/doors.ts";
import { aMunicipality, type Municipality } from "#test/municipality.ts";

let database: TestDatabase;
let house: Doors;
let here: Municipality;
let visitor: Visitor;
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
  visitor = await house.as(here.bringer, here.host);
});

const rowOf = ({ memberId }: Actor) =>
  database.migrator.selectFrom("organisation.member").select(["mail_rhythm", "language"]).where("id", "=", memberId).executeTakeFirstOrThrow();

test("somebody hears once a working day, until they choose otherwise", async () => {
  expect(await rowOf(here.bringer)).toEqual({ mail_rhythm: "daily", language: "nl" });
  expect(await (await visitor.get("/me")).text()).toMatch(/value="daily" checked/);
  const answer = await visitor.post("/me", { rhythm: "none", language: "en" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/me?saved=yes"]);
  expect(await rowOf(here.bringer)).toEqual({ mail_rhythm: "none", language: "en" });
  const page = await (await visitor.get("/me?saved=yes")).text();
  expect(page).toMatch(/value="none" checked/);
  expect(page).toContain("When do we e-mail you?");
  expect(page).toContain("Saved.");
});

test("one changes one's own settings only, and the trail knows", async () => {
  expect(await rowOf(here.teammate)).toEqual({ mail_rhythm: "daily", language: "nl" });
  const entries = await database.migrator
    .selectFrom("trail.entry")
    .select(["object_id", "actor_id"])
    .where("municipality_id", "=", here.id)
    .where("action", "=", "settings-changed")
    .execute();
  expect(entries).toEqual([{ object_id: here.bringer.memberId, actor_id: here.bringer.memberId }]);
});

test.each([{ rhythm: "hourly", language: "nl" }, { rhythm: "daily" }, { rhythm: "daily", language: "fr" }, { rhythm: ["daily", "none"], language: "nl" }, {}])(
  "what is no choice changes nothing: %j",
  async (fields) => {
    const owner = await house.as(here.owner, here.host);
    expect((await owner.post("/me", fields as Record<string, string>)).status).toBe(422);
    expect(await rowOf(here.owner)).toEqual({ mail_rhythm: "daily", language: "nl" });
  },
);

test("the demonstration says that no e-mail goes out", async () => {
  expect(await (await (await house.as(here.jurist, here.host)).get("/me")).text()).toContain("er gaat geen mail de deur uit");
});

test("no door answered with an error of ours", () => {
  expect(house.errors).toEqual([]);
});
