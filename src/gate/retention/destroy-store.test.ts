import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { deliver } from "#src/gate/deliver/deliver.ts";
import { beginDraft } from "#src/gate/drafts/store.ts";
import { emptyDraft } from "#src/gate/drafts/draft.ts";
import { withdraw } from "#src/learning/signals/conversation.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, type Municipality, now } from "#test/municipality.ts";
import { v7 } from "uuid";
import { destroy, destroyByItself, findPast, type Outcome } from "./destroy-store.ts";
import { endWoo, findDeclared, findTerms, findWoo, keepTerm, noteWoo } from "./store.ts";
import { keptKinds, terms } from "./terms.ts";

const database = await testDatabase();
const { gate, keeper, learning, migrator } = database;
const monthsLater = (months: number) => new Date(Date.UTC(2026, 10 + months, 24, 10));
const asOfficer = <T>(here: Municipality, work: Parameters<typeof asActor<T>>[3], at = now) => asActor(keeper, here.privacy, at, work);
const pastAt = async (here: Municipality, at: Date) => Object.fromEntries((await asOfficer(here, findPast, at)).map(({ kind, pieces }) => [kind, pieces]));

const batchOf = (outcome: Outcome): string => (typeof outcome === "string" ? outcome : outcome.batchId);

/** A municipality in which something of every kind is there: a draft, a withdrawn signal, a closed one and one that runs, and what was told of them. */
async function lived() {
  const here = await aMunicipality(database);
  await asActor(gate, here.teammate, now, (room) => beginDraft(room, v7(), { ...emptyDraft, sentence: "oudekanarie in de maak" }));
  const withdrawn = await aSignal(database, here.bringer, { sentence: "ingetrokkenkanarie" });
  await does(database, here.bringer, withdrawn, (signal) => withdraw(signal, here.bringer));
  const closed = await aSignal(database, here.bringer, { sentence: "geslotenkanarie", story: "geslotenkanarie lang" });
  await migrator.updateTable("learning.signal").set({ state: "held" }).where("id", "=", closed).execute();
  const running = await aSignal(database, here.bringer, { sentence: "lopendekanarie" });
  await deliver(gate, here.id, new Date(now.getTime() + 60_000));
  await migrator.updateTable("organisation.message").set({ read_at: now }).where("municipality_id", "=", here.id).execute();
  await migrator.deleteFrom("draft.draft").where("removed_at", "is not", null).execute();
  return { here, withdrawn, closed, running };
}

describe("what is past its term", () => {
  test("is counted kind by kind, and nothing before its day", async () => {
    const { here } = await lived();
    expect(await pastAt(here, now)).toEqual({ draft: 0, message: 0, outbox: 0, withdrawn: 0, signal: 0 });
    expect(await pastAt(here, monthsLater(1))).toMatchObject({ message: 0, outbox: 4, draft: 0 });
    expect(await pastAt(here, monthsLater(12))).toMatchObject({ draft: 1, withdrawn: 1, signal: 0 });
    expect(await pastAt(here, monthsLater(60))).toMatchObject({ signal: 1 });
  });

  test("goes with all its words, and only that", async () => {
    const { here, running } = await lived();
    const at = monthsLater(60);
    const batch = batchOf(await asOfficer(here, (room) => destroy(room, ["signal", "withdrawn"]), at));
    const left = await migrator.selectFrom("learning.signal").select("id").where("municipality_id", "=", here.id).execute();
    expect(left).toEqual([{ id: running }]);
    for (const table of ["learning.signal_fact", "learning.text", "learning.addressed", "trail.outbox", "organisation.message"] as const) {
      const rows = await migrator.selectFrom(table).select("signal_id").where("municipality_id", "=", here.id).execute();
      expect([table, rows.every(({ signal_id }) => signal_id === running)]).toEqual([table, true]);
    }
    const declared = await asOfficer(here, (room) => findDeclared(room, batch));
    expect(declared.map(({ kind, pieces, months }) => [kind, pieces, months])).toEqual([
      ["signal", 1, 60],
      ["withdrawn", 1, 12],
    ]);
    expect(declared.every(({ oldest, newest, by }) => oldest <= newest && by === "privacy")).toBe(true);
    const trail = await migrator.selectFrom("trail.entry").select(["action", "actor_role"]).where("object_id", "=", batch).execute();
    expect(trail).toEqual([{ action: "destroyed", actor_role: "privacy-officer" }]);
  });

  test.each(keptKinds)("of one kind alone goes alone: %s", async (kind) => {
    const { here } = await lived();
    const before = await pastAt(here, monthsLater(60));
    await asOfficer(here, (room) => destroy(room, [kind]), monthsLater(60));
    const after = await pastAt(here, monthsLater(60));
    expect(before[kind]).toBeGreaterThan(0);
    expect(after[kind]).toBe(0);
    expect(after.draft).toBe(kind === "draft" ? 0 : before.draft);
  });

  test("that is not there leaves no declaration", async () => {
    const { here } = await lived();
    expect(await asOfficer(here, (room) => destroy(room, keptKinds))).toBe("nothing");
    expect(await asOfficer(here, (room) => findDeclared(room))).toEqual([]);
  });

  test("of another municipality stays", async () => {
    const [{ here }, { here: there }] = [await lived(), await lived()];
    await asOfficer(here, (room) => destroy(room, keptKinds), monthsLater(60));
    expect((await pastAt(there, monthsLater(60))).signal).toBe(1);
  });

  test("is kept by everybody but the privacy officer and the job", async () => {
    const { here } = await lived();
    for (const by of [here.bringer, here.administrator, here.facilitator]) {
      expect(await asActor(keeper, by, monthsLater(60), (room) => destroy(room, keptKinds))).toBe("nothing");
      await expect(asActor(keeper, by, now, (room) => keepTerm(room, "draft", { months: 1, reason: null, automatic: true }))).rejects.toThrow(
        /row-level security/,
      );
    }
    expect((await pastAt(here, monthsLater(60))).signal).toBe(1);
  });
});

describe("a term of the municipality's own", () => {
  test("holds instead of the usual one, and is a fact", async () => {
    const { here } = await lived();
    await asOfficer(here, (room) => keepTerm(room, "draft", { months: 3, reason: null, automatic: false }));
    await asOfficer(here, (room) => keepTerm(room, "draft", { months: 2, reason: null, automatic: false }));
    expect((await asOfficer(here, findTerms)).find(({ kind }) => kind === "draft")).toMatchObject({ months: 2, standard: terms.draft.months });
    expect((await pastAt(here, monthsLater(2))).draft).toBe(1);
    const trail = await migrator.selectFrom("trail.entry").select("id").where("action", "=", "term-changed").where("municipality_id", "=", here.id).execute();
    expect(trail).toHaveLength(2);
  });

  test("that is set so goes by itself, with a declaration, and others do not", async () => {
    const { here } = await lived();
    await asOfficer(here, (room) => keepTerm(room, "draft", { months: 12, reason: null, automatic: true }));
    const batch = batchOf(await destroyByItself(keeper)(gate, here.id, monthsLater(60)));
    const declared = await asOfficer(here, (room) => findDeclared(room, batch));
    expect(declared).toMatchObject([{ kind: "draft", pieces: 1, by: null }]);
    expect((await pastAt(here, monthsLater(60))).signal).toBe(1);
    expect(await destroyByItself(keeper)(gate, here.id, monthsLater(60))).toBe("nothing");
  });
});

describe("while a request under the Woo is pending", () => {
  test("nothing is destroyed, by the officer or by itself, until it has ended", async () => {
    const { here } = await lived();
    await asOfficer(here, (room) => keepTerm(room, "draft", { months: 12, reason: null, automatic: true }));
    await asOfficer(here, (room) => noteWoo(room, "2026-11-20", "de aanpak van briefadressen"));
    expect(await asOfficer(here, (room) => destroy(room, keptKinds), monthsLater(60))).toBe("woo-pending");
    expect(await destroyByItself(keeper)(gate, here.id, monthsLater(60))).toBe("woo-pending");
    expect((await pastAt(here, monthsLater(60))).signal).toBe(1);
    const [request] = await asOfficer(here, findWoo);
    expect(await asOfficer(here, (room) => endWoo(room, request!.id, "2026-11-23"))).toBe(true);
    expect(await asOfficer(here, (room) => endWoo(room, request!.id, "2026-11-23"))).toBe(false);
    expect(await asOfficer(here, (room) => destroy(room, keptKinds), monthsLater(60))).toMatchObject({ batchId: expect.any(String) });
  });

  test("and it is noted while somebody is about to destroy, whoever destroys waits to hear of it", async () => {
    const { here } = await lived();
    const [noted, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const noting = asOfficer(here, async (room) => {
      await noteWoo(room, "2026-11-20", "de aanpak van briefadressen");
      noted.resolve();
      await goOn.promise;
    });
    await noted.promise;
    const destroying = asOfficer(here, (room) => destroy(room, keptKinds), monthsLater(60));
    await Promise.race([destroying, pause(300)]);
    goOn.resolve();
    await noting;
    expect(await destroying).toBe("woo-pending");
    expect((await pastAt(here, monthsLater(60))).signal).toBe(1);
  });

  test("that of another municipality stops nothing here", async () => {
    const [{ here }, { here: there }] = [await lived(), await lived()];
    await asOfficer(there, (room) => noteWoo(room, "2026-11-20", "de aanpak van briefadressen"));
    expect(await asOfficer(here, (room) => destroy(room, keptKinds), monthsLater(60))).toMatchObject({ batchId: expect.any(String) });
  });

  test("neither the learning room nor the gate can destroy, whoever asks", async () => {
    const { here } = await lived();
    for (const one of [learning, gate])
      await expect(asActor(one, here.privacy, monthsLater(60), (room) => destroy(room, ["signal"]))).rejects.toThrow(/permission denied/);
  });
});
