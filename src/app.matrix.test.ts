import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { reply } from "#src/learning/signals/conversation.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aDraft, aMunicipality, aSignal, does, type Municipality } from "#test/municipality.ts";

// Every door has a line here that says who may come in; a new door without one fails.

type People = Exclude<keyof Municipality, "id" | "host" | "teams">;
const everybody: readonly People[] = [
  "bringer",
  "teammate",
  "colleague",
  "facilitator",
  "owner",
  "deputy",
  "jurist",
  "official",
  "executive",
  "council",
  "advocate",
  "partner",
  "privacy",
  "administrator",
];
const bringers: readonly People[] = ["bringer", "teammate", "colleague", "facilitator", "owner", "deputy", "jurist", "official", "council", "advocate"];
/** Who sees a signal that was released for everyone and addressed to the owner and the deputy. */
const readers: readonly People[] = ["bringer", "teammate", "colleague", "facilitator", "owner", "deputy"];
const writers: readonly People[] = ["bringer", "teammate"];
const none: readonly People[] = [];

/** For each door who may come in; `of` says what the address is filled with. */
const doors: Record<string, { may: readonly People[]; of?: "signal" | "draft" | "none"; with?: Record<string, string> }> = {
  "GET /health": { may: everybody },
  "GET /assets/:name": { may: none },
  "GET /who": { may: everybody },
  "POST /who": { may: everybody },
  "POST /role": { may: none, with: { role: "resident" } },
  "POST /language": { may: everybody },
  "POST /leave": { may: everybody },
  "GET /": { may: everybody },
  "POST /seen": { may: everybody },
  "GET /signals/import": { may: ["facilitator"] },
  "POST /signals/import": { may: ["facilitator"] },
  "GET /signals": { may: [...bringers, "executive"] },
  "GET /signals.csv": { may: [...bringers, "executive"] },
  "GET /signals.json": { may: [...bringers, "executive"] },
  "GET /numbers": { may: everybody.filter((key) => !["partner", "privacy", "administrator"].includes(key)) },
  "POST /signals/:id/shield": { may: readers, of: "signal", with: { position: "1", part: "story" } },
  "GET /signals/:id": { may: readers, of: "signal" },
  "POST /signals/:id/undo": { may: readers, of: "signal" },
  "POST /signals/:id/:deed": { may: readers, of: "signal" },
  "GET /write": { may: bringers },
  "GET /drafts": { may: bringers },
  "GET /drafts/:id": { may: writers, of: "draft" },
  "POST /drafts/:id": { may: writers, of: "draft", with: { version: "1", sentence: "Een zin" } },
  "POST /drafts/:id/take-over": { may: writers, of: "draft" },
  "POST /drafts/:id/remove": { may: ["bringer"], of: "draft" },
  "POST /drafts/:id/bring-back": { may: ["bringer"], of: "draft" },
  "GET /drafts/:id/release": { may: ["bringer"], of: "draft" },
  "POST /drafts/:id/replace": { may: ["bringer"], of: "draft" },
  "POST /drafts/:id/release": { may: ["bringer"], of: "draft" },
  "POST /drafts/:id/take-back": { may: ["bringer"], of: "signal" },
  "GET /mandates": { may: everybody },
  "POST /mandates": { may: ["facilitator", "administrator"] },
  "POST /mandates/:id/remove": { may: none, of: "none" },
};

let database: TestDatabase;
let house: Doors;
let here: Municipality;
let elsewhere: Municipality;
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  [here, elsewhere] = [await aMunicipality(database), await aMunicipality(database)];
});

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path.replace(/:id\{[^/]*\}/, ":id")}`;
const known = () => [...new Set(house.app.routes.filter(({ method }) => method !== "ALL").map(nameOf))];

async function addressOf(door: string, at: Municipality): Promise<string> {
  const path = door.split(" ")[1]!.replace(":deed", "reply").replace(":name", "nothing.css");
  const kind = doors[door]!.of;
  const id =
    kind === "signal" ? await aSignal(database, at.bringer, { story: "Meer erover." }) : kind === "draft" ? await aDraft(database, at.bringer) : randomUUID();
  return path.replace(":id", id);
}

async function knock(actor: Actor, host: string, door: string, path: string): Promise<Response> {
  const visitor = await house.as(actor, host);
  return door.startsWith("GET") ? visitor.get(path) : visitor.post(path, { text: "Wij deden dit eerder.", ...doors[door]!.with });
}

test("every door has a line in this matrix, and every line a door", () => {
  expect(known().sort()).toEqual(Object.keys(doors).sort());
});

test.each(Object.keys(doors))("%s opens for whom it should and for nobody else", async (door) => {
  for (const key of everybody) {
    const { status } = await knock(here[key], here.host, door, await addressOf(door, here));
    expect([key, status === 404]).toEqual([key, !doors[door]!.may.includes(key)]);
    expect(status).toBeLessThan(500);
  }
});

test.each(Object.keys(doors).filter((door) => doors[door]!.of))(
  "%s answers the people of another municipality, and an id that is not there, alike",
  async (door) => {
    const path = await addressOf(door, here);
    const saving = door === "POST /drafts/:id";
    for (const key of everybody) {
      const foreign = await knock(elsewhere[key], elsewhere.host, door, path);
      if (saving && bringers.includes(key)) continue;
      const absent = await knock(elsewhere[key], elsewhere.host, door, door.split(" ")[1]!.replace(":deed", "reply").replace(":id", randomUUID()));
      expect([foreign.status, withoutTokens(await foreign.text())]).toEqual([absent.status, withoutTokens(await absent.text())]);
      expect(foreign.status).toBe(404);
    }
  },
);

const withoutTokens = (page: string) => page.replaceAll(/value="[^"]*"/g, "").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");

test("a signal for chosen colleagues or one team is not found by others of the room", async () => {
  const chosen = await aSignal(database, here.bringer, {}, { to: "chosen", readers: [here.colleague.memberId] });
  const team = await aSignal(database, here.bringer, {}, { to: "team" });
  const sees = async (actor: Actor, id: string) => (await knock(actor, here.host, "GET /signals/:id", `/signals/${id}`)).status;
  expect(await Promise.all([here.colleague, here.teammate, here.facilitator, here.owner].map((actor) => sees(actor, chosen)))).toEqual([200, 404, 404, 200]);
  expect(await Promise.all([here.teammate, here.colleague, here.facilitator, here.owner].map((actor) => sees(actor, team)))).toEqual([200, 404, 404, 200]);
});

test("a withdrawn signal is found by its bringer alone", async () => {
  const id = await aSignal(database, here.bringer);
  await does(database, here.colleague, id, (signal) => reply(signal, here.colleague, "Bel eerst.", new Date()));
  const bringer = await house.as(here.bringer, here.host);
  expect((await bringer.post(`/signals/${id}/withdraw`, { seen: "open" })).status).toBe(303);
  expect((await bringer.get(`/signals/${id}`)).status).toBe(200);
  for (const key of ["teammate", "colleague", "facilitator", "owner", "deputy"] as const)
    expect([key, (await knock(here[key], here.host, "GET /signals/:id", `/signals/${id}`)).status]).toEqual([key, 404]);
});

test("no door answered with an error of ours", () => {
  expect(house.errors).toEqual([]);
});
