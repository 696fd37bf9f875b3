import { createHash } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { bringIn, inPieces, wholeOf } from "#test/backup.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { aDraft, aMunicipality, aSignal, type Municipality } from "#test/municipality.ts";
import { FileRefused } from "./manifest.ts";
import { encrypted, opened } from "./passphrase.ts";

let here: TestDatabase;
let there: TestDatabase;
let home: Municipality;
let neighbour: Municipality;
let lines: string[];
let before: Buffer;
beforeAll(async () => {
  [here, there] = [await testDatabase(), await testDatabase()];
  home = await aMunicipality(here);
  await aSignal(here, home.bringer);
  await aDraft(here, home.bringer);
  neighbour = await aMunicipality(there, "neighbour.test");
  before = await wholeOf(there.server, neighbour.id);
  lines = (await wholeOf(here.server, home.id)).toString().split(/(?<=\n)/);
});

/** A refusal in one sentence, after which the database holds what it held: the neighbour alone. */
async function expectRefusal(file: Buffer, words: RegExp | string = "Nothing has changed."): Promise<void> {
  const refusal = await bringIn(there.server, file, 4099).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(FileRefused);
  expect((refusal as Error).message).toMatch(words);
  const { rows } = await sql<{ id: string }>`select id from organisation.municipality`.execute(there.migrator);
  expect(rows).toEqual([{ id: neighbour.id }]);
  expect((await wholeOf(there.server, neighbour.id)).equals(before)).toBe(true);
}

const joined = (changed: readonly string[]) => Buffer.from(changed.join(""));
/** The same lines with hashes that fit, as somebody would make them who knows the form. */
function resealed(changed: readonly string[]): Buffer {
  const tables: Record<string, { rows: number; sha256: string }> = {};
  let name = "";
  for (const line of changed.slice(0, -1)) {
    if (line.startsWith('{"table"')) name = (JSON.parse(line) as { table: string }).table;
    if (!name) continue;
    const rows = changed.slice(changed.findIndex((other) => other.startsWith(`{"table":"${name}"`)) + 1).findIndex((other) => other.startsWith("{"));
    const from = changed.findIndex((other) => other.startsWith(`{"table":"${name}"`)) + 1;
    tables[name] = {
      rows,
      sha256: createHash("sha256")
        .update(changed.slice(from, from + rows).join(""))
        .digest("hex"),
    };
  }
  const sha256 = createHash("sha256").update(changed.slice(0, -1).join("")).digest("hex");
  return joined([...changed.slice(0, -1), `${JSON.stringify({ manifest: { tables, sha256 } })}\n`]);
}

test("a file that was cut off anywhere is refused", async () => {
  const whole = joined(lines);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), (length) => expectRefusal(whole.subarray(0, length))),
    { numRuns: 25 },
  );
  await expectRefusal(joined(lines.slice(0, -1)), /damaged, incomplete/);
});

test("a file in which one byte was changed is refused", async () => {
  const whole = joined(lines);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(whole);
      changed[at]! ^= change;
      return expectRefusal(changed);
    }),
    { numRuns: 40 },
  );
});

test("a file with lines swapped, left out or doubled is refused", async () => {
  const place = fc.integer({ min: 1, max: lines.length - 1 });
  await fc.assert(
    fc.asyncProperty(place, place, fc.constantFrom("swap", "drop", "double"), (one, other, how) => {
      const changed = [...lines];
      if (how === "swap") {
        fc.pre(lines[one] !== lines[other]);
        [changed[one], changed[other]] = [lines[other]!, lines[one]!];
      } else changed.splice(one, how === "drop" ? 1 : 0, ...(how === "double" ? [lines[one]!] : []));
      return expectRefusal(joined(changed));
    }),
    { numRuns: 25 },
  );
  await expectRefusal(joined([...lines, "\n"]));
});

test("rows of another municipality do not come in, not even with hashes that fit", async () => {
  const at = lines.findIndex((line) => line.startsWith('{"table":"organisation.team"')) + 1;
  const foreign = JSON.stringify([neighbour.id, "018f0000-0000-7000-8000-000000000000", "vreemd team", "access"]);
  await expectRefusal(resealed([...lines.slice(0, at), `${foreign}\n`, ...lines.slice(at)]), /damaged/);
  await expectRefusal(resealed([...lines.slice(0, at), lines[at]!.replace("\n", `,${foreign}\n`), ...lines.slice(at + 1)]), /damaged/);
  // The same value written another way is not what Haarvat writes.
  await expectRefusal(resealed(lines.map((line, index) => (index === at ? line.replace('","', '", "') : line))), /damaged/);
});

test("what is no export, comes from another version, or is here already is refused with what to do", async () => {
  for (const other of ["", "\n", "{}", "[]\n", "null\n", '{"haarvat":1,"signals":[]}\n', "x".repeat(1_100_000)])
    await expectRefusal(Buffer.from(other), "This is not an export of a municipality by Haarvat.");
  await expectRefusal(joined(lines.map((line) => line.replace('"format":1', '"format":2'))), "that this version of Haarvat does not know");
  await expectRefusal(
    joined(lines.map((line) => line.replace("0006_administrator.sql", "0006_another.sql"))),
    /^The file was written at .*, this database is at .*: import it into a database of the version that wrote it, then migrate that\./,
  );
  await expectRefusal(await wholeOf(there.server, neighbour.id), "This municipality is in the database already.");
  await expectRefusal(resealed(lines.map((line) => line.replace(`["${home.host}"`, '["neighbour.test"'))), "has the same host name");
});

const passphrase = "vijf zes zeven acht";
/** So that guessing costs little: for tests only. */
const quick = 10;
const sealedFile = async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of await encrypted(inPieces(joined(lines), 4099), passphrase, quick)) pieces.push(piece);
  return Buffer.concat(pieces);
};
const decrypted = async (file: Uint8Array, given: string | undefined) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of await opened(inPieces(file, 4099), given)) pieces.push(piece);
  return Buffer.concat(pieces);
};

test("an encrypted file opens with its passphrase only, and not when it was cut off or changed", async () => {
  const file = await sealedFile();
  expect(file.includes(home.id)).toBe(false);
  expect((await decrypted(file, passphrase)).equals(joined(lines))).toBe(true);
  await expect(decrypted(file, undefined)).rejects.toThrow(/^The file is encrypted: give its passphrase/);
  await expect(decrypted(file, "vijf zes zeven negen")).rejects.toThrow(/^The passphrase does not open this file/);
  const changed = Buffer.from(file);
  changed[file.length - 100]! ^= 1;
  for (const wrong of [changed, file.subarray(0, -1), file.subarray(0, -64)]) await expect(decrypted(wrong, passphrase)).rejects.toThrow(FileRefused);
  await expect(decrypted(joined(lines), passphrase)).rejects.toThrow(/not encrypted, although a passphrase was given/);
});

test("the municipality comes in, once, when nothing was changed", async () => {
  expect(await bringIn(there.server, joined(lines))).toMatchObject({ municipality: home.id });
  await expect(bringIn(there.server, joined(lines))).rejects.toThrow("This municipality is in the database already.");
});
