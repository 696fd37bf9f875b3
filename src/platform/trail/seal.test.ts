import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { v7 } from "uuid";
import { asActor, asJob, asVisitor } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { aMunicipality, type Municipality, now } from "#test/municipality.ts";
import { looks as lookAt } from "#test/trail.ts";
import { keptIn } from "./heads.ts";
import { trailKey } from "./key.ts";
import { headOf } from "./line.ts";
import { unsealedTail } from "./rows.ts";
import { EntriesBeyondHead, HeadNotOurs, HeadsDiffer, sealer } from "./seal.ts";

const database: TestDatabase = await testDatabase();
const { learning, gate, migrator } = database;
const key = trailKey("a secret of at least thirty-two signs");
const seal = sealer({ key, earlierKeys: [], kept: undefined }, 10);
let here: Municipality;
let folder: string;
beforeAll(async () => {
  here = await aMunicipality(database);
  folder = await mkdtemp(join(tmpdir(), "haarvat-heads-"));
});

const look = { action: "looked", objectKind: "draft", purpose: "team" } as const;
const looks = (at: Municipality, count: number) => lookAt(database, at.bringer, count);
const entriesOf = ({ id }: { id: string }) => migrator.selectFrom("trail.entry").selectAll().where("municipality_id", "=", id).orderBy("position").execute();
const headsOf = ({ id }: { id: string }) => migrator.selectFrom("trail.head").selectAll().where("municipality_id", "=", id).orderBy("number").execute();
const positions = async (at: Municipality) => (await entriesOf(at)).map(({ position }) => position);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe("sealing", () => {
  test("gives every entry a place without a gap, in batches that each leave a signed head", async () => {
    const at = await aMunicipality(database);
    await looks(at, 25);
    expect(await seal(gate, at.id, now)).toBe(25);
    expect(await positions(at)).toEqual(upTo(25));
    expect((await headsOf(at)).map(({ number, position }) => [number, position])).toEqual([
      [1, 10],
      [2, 20],
      [3, 25],
    ]);
    expect(await seal(gate, at.id, now)).toBe(0);
  });

  test("leaves an entry of a slow transaction for a later batch", async () => {
    const at = await aMunicipality(database);
    let committed: () => void = () => {};
    const slow = asActor(learning, at.bringer, new Date(now.getTime() - 5000), async (room) => {
      await leaveTrail(room, { ...look, objectId: v7() });
      await new Promise<void>((done) => (committed = done));
    });
    await looks(at, 3);
    expect(await seal(gate, at.id, now)).toBe(3);
    committed();
    await slow;
    expect(await seal(gate, at.id, now)).toBe(1);
    expect(await positions(at)).toEqual(upTo(4));
    expect((await entriesOf(at)).at(-1)!.at).toEqual(new Date(now.getTime() - 5000));
  });

  test("by several processes at once seals each entry once", async () => {
    const at = await aMunicipality(database);
    const several = upTo(4).map(() => sealer({ key, earlierKeys: [], kept: keptIn(folder) }, 7));
    for (const _ of upTo(5)) {
      const writing = looks(at, 20);
      await Promise.all([writing, ...several.map((one) => one(gate, at.id, now))]);
    }
    while ((await seal(gate, at.id, now)) > 0);
    expect(await positions(at)).toEqual(upTo(100));
    const heads = await headsOf(at);
    expect(heads.map(({ number }) => number)).toEqual(upTo(heads.length));
    expect(heads.at(-1)!.position).toBe(100);
  });

  test("is not done on top of a head that is not ours, nor on one of an earlier secret unless its key is given", async () => {
    const at = await aMunicipality(database);
    await looks(at, 1);
    await seal(gate, at.id, now);
    await looks(at, 1);
    const other = trailKey("another secret of thirty-two signs or more");
    await expect(sealer({ key: other, earlierKeys: [], kept: undefined })(gate, at.id, now)).rejects.toThrow(HeadNotOurs);
    expect(await asJob(gate, at.id, now, unsealedTail)).toMatchObject({ count: 1 });
    expect(await sealer({ key: other, earlierKeys: [key.id], kept: undefined })(gate, at.id, now)).toBe(1);
    await looks(at, 1);
    await migrator
      .updateTable("trail.head")
      .set({ position: 1, hash: Buffer.alloc(32) })
      .where("municipality_id", "=", at.id)
      .where("number", "=", 2)
      .execute();
    await expect(sealer({ key: other, earlierKeys: [key.id], kept: undefined })(gate, at.id, now)).rejects.toThrow(HeadNotOurs);
  });
});

describe("the heads kept elsewhere", () => {
  const keeping = () => sealer({ key, earlierKeys: [], kept: keptIn(folder) }, 10);
  const numbersIn = async (at: Municipality) =>
    (await readFile(join(folder, `${at.id}.ndjson`), "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => headOf(line)?.number);

  test("are those of the database, also what was sealed before they were kept", async () => {
    const at = await aMunicipality(database);
    await looks(at, 25);
    await seal(gate, at.id, now);
    await keeping()(gate, at.id, now);
    expect(await numbersIn(at)).toEqual([1, 2, 3]);
    await looks(at, 1);
    await keeping()(gate, at.id, now);
    expect(await numbersIn(at)).toEqual([1, 2, 3, 4]);
  });

  test("go on after a line that was cut off, which stays as it is", async () => {
    const at = await aMunicipality(database);
    await looks(at, 15);
    await keeping()(gate, at.id, now);
    const file = join(folder, `${at.id}.ndjson`);
    await writeFile(file, (await readFile(file, "utf8")).slice(0, -40));
    await keeping()(gate, at.id, now);
    expect(await numbersIn(at)).toEqual([1, undefined, 2]);
  });

  test("wait while their place is out of reach, which is told; sealing goes on, and they are all there when it is back", async () => {
    const at = await aMunicipality(database);
    const place = join(folder, at.id);
    await writeFile(place, "no folder");
    const keeper = sealer({ key, earlierKeys: [], kept: keptIn(place) }, 10);
    await looks(at, 25);
    await expect(keeper(gate, at.id, now)).rejects.toThrow(/ENOTDIR/);
    expect(await asJob(gate, at.id, now, unsealedTail)).toEqual({ count: 0, oldest: null });
    await rm(place);
    await keeper(gate, at.id, now);
    expect((await Array.fromAsync(keptIn(place).lines(at.id))).map((line) => headOf(line)?.number)).toEqual([1, 2, 3]);
  });

  test("that the database does not hold are told, and sealing goes on", async () => {
    const at = await aMunicipality(database);
    await looks(at, 25);
    await keeping()(gate, at.id, now);
    await migrator.deleteFrom("trail.head").where("municipality_id", "=", at.id).where("number", "=", 3).execute();
    await looks(at, 1);
    await expect(seal(gate, at.id, now)).rejects.toThrow(EntriesBeyondHead);
    await migrator.deleteFrom("trail.entry").where("municipality_id", "=", at.id).where("position", ">", 20).execute();
    await expect(keeping()(gate, at.id, now)).rejects.toThrow(HeadsDiffer);
    expect(await asJob(gate, at.id, now, unsealedTail)).toEqual({ count: 0, oldest: null });
    expect(await numbersIn(at)).toEqual([1, 2, 3]);
  });
});

describe("a row of the trail", () => {
  test("is sealed once: the application changes, removes or unseals nothing, and only a job seals", async () => {
    await looks(here, 2);
    await seal(gate, here.id, now);
    await looks(here, 1);
    const before = await entriesOf(here);
    const asGate = (statement: string) => asJob(gate, here.id, now, ({ tx }) => sql.raw(statement).execute(tx));
    for (const statement of [
      "update trail.entry set action = 'x'",
      "delete from trail.entry",
      "truncate trail.entry",
      "update trail.head set position = 9",
      "delete from trail.head",
    ])
      await expect(asGate(statement)).rejects.toThrow(/permission denied/);
    expect((await asGate("update trail.entry set position = null, hash = null where position is not null")).numAffectedRows).toBe(0n);
    await expect(asGate("update trail.entry set position = null, hash = null")).rejects.toThrow(/row-level security/);
    const asPerson = asActor(gate, here.bringer, now, ({ tx }) => sql`update trail.entry set position = 9, hash = ${Buffer.alloc(32)}`.execute(tx));
    expect((await asPerson).numAffectedRows).toBe(0n);
    expect(await entriesOf(here)).toEqual(before);
  });

  test("cannot be written sealed", async () => {
    const ready = sql`insert into trail.entry (municipality_id, id, at, action, object_kind, object_id, result, origin, actor_id, actor_role, purpose, position, hash)
      values (${here.id}, ${v7()}, now(), 'looked', 'draft', ${v7()}, 'done', 'web', ${here.bringer.memberId}, 'professional', 'team', 99, ${Buffer.alloc(32)})`;
    for (const pool of [learning, gate]) await expect(asActor(pool, here.bringer, now, ({ tx }) => ready.execute(tx))).rejects.toThrow(/permission denied/);
  });

  test("and a head are read by the privacy officer of that municipality, by the sealer, and by nobody else", async () => {
    const elsewhere = await aMunicipality(database);
    await looks(elsewhere, 1);
    await seal(gate, elsewhere.id, now);
    for (const table of ["trail.entry", "trail.head"] as const) {
      const seen = { here: await (table === "trail.entry" ? entriesOf(here) : headsOf(here)) };
      const count = async (rows: Promise<readonly unknown[]>) => (await rows).length;
      const asMember = (who: keyof Omit<Municipality, "id" | "host" | "teams">, pool = learning) =>
        count(asActor(pool, here[who], now, ({ tx }) => tx.selectFrom(table).select("municipality_id").execute()));
      expect(await asMember("privacy")).toBe(seen.here.length);
      expect(await count(asJob(gate, here.id, now, ({ tx }) => tx.selectFrom(table).select("municipality_id").execute()))).toBe(seen.here.length);
      for (const who of ["bringer", "facilitator", "owner", "executive", "council", "administrator"] as const) expect(await asMember(who)).toBe(0);
      expect(await asMember("privacy", gate)).toBe(0);
    }
  });

  test("and a head of elsewhere cannot be made or sealed from here", async () => {
    const elsewhere = await aMunicipality(database);
    await looks(elsewhere, 1);
    const sealing = await asJob(gate, here.id, now, ({ tx }) =>
      tx
        .updateTable("trail.entry")
        .set({ position: 1, hash: Buffer.alloc(32) })
        .where("municipality_id", "=", elsewhere.id)
        .executeTakeFirst(),
    );
    expect(sealing.numUpdatedRows).toBe(0n);
    const bytes = Buffer.alloc(32);
    const head = { municipality_id: elsewhere.id, number: 1, position: 1, at: now, hash: bytes, previous: bytes, key: bytes, signature: Buffer.alloc(64) };
    await expect(asJob(gate, here.id, now, ({ tx }) => tx.insertInto("trail.head").values(head).execute())).rejects.toThrow(/row-level security/);
    const own = { ...head, municipality_id: here.id, number: 99 };
    await expect(asActor(gate, here.facilitator, now, ({ tx }) => tx.insertInto("trail.head").values(own).execute())).rejects.toThrow(/row-level security/);
  });

  test("says from where it came, and what was refused, to somebody unknown as well", async () => {
    const at = await aMunicipality(database);
    const entry = { action: "login", objectKind: "session", objectId: v7(), purpose: "login" } as const;
    await asVisitor(learning, at.id, now, (room) => leaveTrail(room, { ...entry, result: "refused" }));
    await asJob(gate, at.id, new Date(now.getTime() + 1), (room) => leaveTrail(room, entry), "command");
    await asJob(gate, at.id, new Date(now.getTime() + 2), (room) => leaveTrail(room, entry));
    await seal(gate, at.id, now);
    expect((await entriesOf(at)).map(({ origin, result, actor_role }) => [origin, result, actor_role])).toEqual([
      ["web", "refused", "visitor"],
      ["command", "done", "job"],
      ["job", "done", "job"],
    ]);
  });
});
