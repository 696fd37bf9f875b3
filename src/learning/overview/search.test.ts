import { describe, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { reply, withdraw } from "#src/learning/signals/conversation.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now } from "#test/municipality.ts";
import { findList } from "./list.ts";

const database = await testDatabase();
const { learning, migrator } = database;
const { bringer, teammate, colleague, facilitator, owner, council, privacy, administrator } = await aMunicipality(database);

const search = async (by: Actor, q: string) =>
  (await asActor(learning, by, now, (room) => findList(room, { q, harm: false, late: false, mine: false, sort: "newest" }, "2026-11-23", 25))).signals.map(
    ({ id }) => id,
  );
const shield = (id: string, part: string) =>
  migrator.updateTable("learning.text").set({ shielded: true }).where("signal_id", "=", id).where("part", "=", part).execute();

describe("searching", () => {
  test("finds words of the sentence, the story and the replies, in other forms too", async () => {
    const id = await aSignal(database, bringer, { sentence: "De gemeente geeft geen briefadres", story: "Hij sliep in de schuur van zijn zwager" });
    await does(database, colleague, id, (signal) => reply(signal, colleague, "Vraag het de bibliothecaris", now));
    for (const q of ["briefadres", "Gemeenten", "schuur", "bibliothecaris", "zwager schuur", '"geen briefadres"', "schuur -kasteel", "kasteel or schuur"])
      expect(await search(teammate, q), q).toEqual([id]);
    expect(await search(teammate, "kasteel")).toEqual([]);
    expect(await search(teammate, "schuur -zwager")).toEqual([]);
  });

  test("finds in what is for a team only for that team, and what was addressed for whoever was asked", async () => {
    const id = await aSignal(database, bringer, { sentence: "De wachttoren is te hoog" }, { to: "team" });
    for (const by of [bringer, teammate, owner]) expect(await search(by, "wachttoren")).toEqual([id]);
    for (const by of [colleague, facilitator, council, privacy, administrator]) expect(await search(by, "wachttoren")).toEqual([]);
  });

  test("finds nothing for others in what is withdrawn, not even their own replies", async () => {
    const id = await aSignal(database, bringer, { sentence: "De waterput is droog" });
    await does(database, colleague, id, (signal) => reply(signal, colleague, "Graaf een kanaaltje", now));
    await does(database, bringer, id, (signal) => withdraw(signal, bringer));
    expect(await search(bringer, "waterput")).toEqual([id]);
    for (const by of [teammate, colleague, owner]) expect([...(await search(by, "waterput")), ...(await search(by, "kanaaltje"))]).toEqual([]);
  });

  test("finds shielded words for their author only", async () => {
    const id = await aSignal(database, bringer, { sentence: "Het duurt te lang", story: "Zij woont in de vuurtoren" });
    await shield(id, "story");
    expect(await search(bringer, "vuurtoren")).toEqual([id]);
    for (const by of [teammate, colleague, owner, privacy]) expect(await search(by, "vuurtoren")).toEqual([]);
  });

  test("does not show a shielded sentence in the list to anybody else", async () => {
    const id = await aSignal(database, bringer, { sentence: "De burgemeester van de poldermolen", story: "onvindbaarheid" });
    await shield(id, "sentence");
    const sentence = async (by: Actor) =>
      (
        await asActor(learning, by, now, (room) =>
          findList(room, { q: "onvindbaarheid", harm: false, late: false, mine: false, sort: "newest" }, "2026-11-23", 25),
        )
      ).signals[0]!.sentence;
    expect(await sentence(colleague)).toBeNull();
    expect(await sentence(bringer)).toBe("De burgemeester van de poldermolen");
  });

  test("stays within the municipality", async () => {
    const elsewhere = await aMunicipality(database);
    await aSignal(database, elsewhere.bringer, { sentence: "De ijsvogel is terug" });
    expect(await search(teammate, "ijsvogel")).toEqual([]);
  });

  test.each(["'", '"', "a & | ! ( )", ":*", "\\", "%", "-", "or", "<script>", "é".repeat(300), "de het een"])(
    "takes %j as words that are not found",
    async (q) => {
      expect(await search(teammate, q)).toEqual([]);
    },
  );
});
