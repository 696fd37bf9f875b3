import { type Expression, sql } from "kysely";
import { asOnlooker, type Database, type Room } from "#src/platform/database.ts";
import type { Head, Sealed, Stored } from "./chain.ts";
import { type Compared, type Ours, compare } from "./compare.ts";
import { compareKept, type Kept } from "./compare-kept.ts";
import type { Finding } from "./finding.ts";
import { isSigned } from "./key.ts";
import { entryColumns, headsOf, hex, type Tail, unsealedTail } from "./rows.ts";
import type { Sealing } from "./seal.ts";

export type Verified = {
  readonly entries: number;
  readonly last: Head | undefined;
  readonly tail: Tail;
  /** The last head kept elsewhere; undefined when nothing is kept elsewhere. */
  readonly kept: number | undefined;
  readonly findings: readonly Finding[];
  /** How many findings there are beyond these. */
  readonly more: number;
};

const page = 5000;

/** Looks whether the trail of a municipality is what was sealed, all of it as it stands at one moment, in little memory; tells how far it is. */
export async function verifyTrail(
  gate: Database,
  municipalityId: string,
  { key, earlierKeys, kept }: Sealing,
  now: Date,
  progress: (entries: number) => void = () => {},
): Promise<Verified> {
  const ours: Ours = (head) => (![key.id, ...earlierKeys].includes(head.key) ? "other-key" : isSigned(head) ? "ours" : "changed");
  const before = (await kept?.size(municipalityId)) ?? 0;
  return asOnlooker(gate, municipalityId, now, async (room) => {
    const tail = await unsealedTail(room);
    const compared = await walkAlong(room, ours, progress);
    const elsewhere = kept && (await compareKept(kept.lines(municipalityId), before, headsByNumber(room), compared.last, ours));
    return { ...together(compared, elsewhere), last: compared.last, tail, kept: elsewhere?.last };
  });
}

const together = (compared: Compared, elsewhere: Kept | undefined) => ({
  entries: compared.entries,
  findings: [...compared.findings, ...(elsewhere?.findings ?? [])],
  more: compared.more + (elsewhere?.more ?? 0),
});

async function walkAlong(room: Room, ours: Ours, progress: (entries: number) => void): Promise<Compared> {
  const { municipalityId } = room.actor;
  const entries = room.tx
    .selectFrom("trail.entry")
    .select(entryColumns)
    .select(["position", hex("hash").as("hash")])
    .where("municipality_id", "=", municipalityId)
    .where("position", "is not", null)
    .orderBy("position");
  const heads = headsOf(room).orderBy("number");
  return compare(municipalityId, counted(pagesOf<Stored & Sealed>(room, "entries", entries), progress), pagesOf<Head>(room, "heads", heads), ours);
}

async function* counted<Row>(pages: AsyncIterable<readonly Row[]>, progress: (count: number) => void): AsyncGenerator<readonly Row[], void> {
  let count = 0;
  for await (const page of pages) {
    yield page;
    progress((count += page.length));
  }
}

/** The rows of a query, a page at a time from a cursor. */
async function* pagesOf<Row>({ tx }: Room, name: "entries" | "heads", query: Expression<unknown>): AsyncGenerator<readonly Row[], void> {
  await sql`declare ${sql.id(name)} no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(page)} from ${sql.id(name)}`.execute(tx);
    yield rows;
    if (rows.length < page) break;
  }
}

/** Heads by number, most often the one after the one before: so a page of them is kept. */
function headsByNumber(room: Room): (number: number) => Promise<Head | undefined> {
  let near = new Map<number, Head>();
  return async (number) => {
    const known = near.get(number);
    if (known) return known;
    const rows = await headsOf(room).where("number", ">=", number).orderBy("number").limit(page).execute();
    near = new Map(rows.map((head) => [head.number, head]));
    return near.get(number);
  };
}
