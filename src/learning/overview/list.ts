import { sql } from "kysely";
import { inRoom } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import { type Kind, type Law, type Signal, signalRows, type Snag, type Stage, type State } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";

/** What one asks of the list; every part stands in the address, so that a view is shared by copying it. */
export type Filter = {
  readonly q: string;
  readonly kind?: Kind | undefined;
  readonly state?: State | undefined;
  readonly snag?: Snag | undefined;
  readonly law?: Law | undefined;
  readonly stage?: Stage | undefined;
  readonly team?: string | undefined;
  readonly harm: boolean;
  readonly late: boolean;
  readonly mine: boolean;
  readonly sort: "newest" | "oldest" | "due";
  readonly after?: Cursor | undefined;
};

/** The last row of the page before: its value in the order, and its id. */
export type Cursor = { readonly value: string; readonly id: string };
export type Listed = Signal & { readonly sentence: string | null; readonly shielded?: boolean | null };

/** One page of signals this person may see, and the cursor of the next. */
export async function findList(room: Room, filter: Filter, today: Day, most: number): Promise<{ signals: Listed[]; next: Cursor | undefined }> {
  const { tx, actor } = room;
  const ids = filter.q ? await search(room, filter.q) : undefined;
  if (ids?.length === 0) return { signals: [], next: undefined };
  const [column, direction] =
    filter.sort === "due" ? (["signal.answer_due", "asc"] as const) : (["signal.released_at", filter.sort === "oldest" ? "asc" : "desc"] as const);
  const beyond = direction === "asc" ? sql`>` : sql`<`;
  const page = tx
    .selectFrom("learning.signal as signal")
    .selectAll()
    .where("signal.municipality_id", "=", actor.municipalityId)
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`signal.id = any (${ids}::uuid[])`))
    .$if(!inRoom(actor.role), (query) =>
      query.where(({ or, eb, selectFrom }) =>
        or([
          eb("signal.bringer_id", "=", actor.memberId),
          eb(
            "signal.id",
            "in",
            selectFrom("learning.addressed").select("signal_id").where("municipality_id", "=", actor.municipalityId).where("member_id", "=", actor.memberId),
          ),
        ]),
      ),
    )
    .$if(filter.kind !== undefined, (query) => query.where("signal.kind", "=", filter.kind!))
    .$if(filter.state !== undefined, (query) => query.where("signal.state", "=", filter.state!))
    .$if(filter.snag !== undefined, (query) => query.where(sql<boolean>`${filter.snag!} = any (signal.snags)`))
    .$if(filter.law !== undefined, (query) => query.where(sql<boolean>`${filter.law!} = any (signal.laws)`))
    .$if(filter.stage !== undefined, (query) => query.where("signal.stage", "=", filter.stage!))
    .$if(filter.team !== undefined, (query) => query.where("signal.team_id", "=", filter.team!))
    .$if(filter.harm, (query) => query.where("signal.harm", "=", true))
    .$if(filter.late, (query) => query.where("signal.answer_due", "<", today).where("signal.state", "in", ["open", "fallen-back"]))
    .$if(filter.mine, (query) => query.where("signal.bringer_id", "=", actor.memberId))
    .$if(filter.sort === "due", (query) => query.where("signal.answer_due", "is not", null))
    .$if(filter.after !== undefined, (query) =>
      query.where(sql<boolean>`(${sql.ref(column)}, signal.id) ${beyond} (${filter.after!.value}, ${filter.after!.id})`),
    )
    .orderBy(column, direction)
    .orderBy("signal.id", direction)
    .limit(most + 1);
  // Which rows is decided on the signal alone; words and names are looked up for that one page.
  const rows = await signalRows(tx, actor.municipalityId, page)
    .leftJoin("learning.text as text", (join) =>
      join
        .onRef("text.municipality_id", "=", "signal.municipality_id")
        .onRef("text.signal_id", "=", "signal.id")
        .on("text.position", "=", 1)
        .on("text.part", "=", "sentence"),
    )
    .select(["text.content as sentence", "text.shielded"])
    .orderBy(column, direction)
    .orderBy("signal.id", direction)
    .execute();
  const signals = rows.slice(0, most) as Listed[];
  const last = signals.at(-1);
  const next = rows.length > most && last ? { value: filter.sort === "due" ? last.answerDue! : last.releasedAt.toISOString(), id: last.id } : undefined;
  return { signals, next };
}

/** Ids of the newest that one may see whose words match; found by the listed function, read under row-level security. */
async function search({ tx }: Room, query: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select learning.find_signals(${query}, 500) as id`.execute(tx);
  return rows.map(({ id }) => id);
}

export const findTeams = ({ tx, actor }: Room): Promise<{ id: string; name: string; kind: string }[]> =>
  tx.selectFrom("organisation.team").select(["id", "name", "kind"]).where("municipality_id", "=", actor.municipalityId).orderBy("name").execute();
