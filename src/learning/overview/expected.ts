import { sql } from "kysely";
import type { Day } from "#src/kernel/day.ts";
import { type FactKind, isOverdue, type State, tellable } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";

/** Something that is expected of this person: what, about which signal, by when. */
export type Expected = {
  readonly what: "answer" | "checkpoint" | "try-it" | "route" | "tell" | "taken";
  readonly signalId: string;
  readonly sentence: string | null;
  readonly day: Day | null;
};

type Row = { id: string; state: State; sentence: string | null; answerDue: Day | null; checkpoint: Day | null };

/** What is expected of this person in this role, what is due first at the top. */
export async function findExpected({ tx, actor }: Room, today: Day): Promise<Expected[]> {
  const { municipalityId, memberId, role } = actor;
  const rows = tx
    .selectFrom("learning.signal as signal")
    .leftJoin("learning.text as text", (join) =>
      join
        .onRef("text.municipality_id", "=", "signal.municipality_id")
        .onRef("text.signal_id", "=", "signal.id")
        .on("text.position", "=", 1)
        .on("text.part", "=", "sentence"),
    )
    .where("signal.municipality_id", "=", municipalityId)
    .select(["signal.id", "signal.state", "text.content as sentence", "signal.answer_due as answerDue", "signal.checkpoint"])
    .limit(50);
  const addressed = rows
    .innerJoin("learning.addressed as addressed", (join) =>
      join.onRef("addressed.municipality_id", "=", "signal.municipality_id").onRef("addressed.signal_id", "=", "signal.id"),
    )
    .where("addressed.member_id", "=", memberId)
    .where("signal.state", "in", ["open", "fallen-back"])
    .orderBy("signal.answer_due");
  // A deputy answers in somebody's place when it is late; before that it is only there to read.
  const answers = await addressed
    .where(({ or, and, eb }) => or([eb("signal.asked_id", "=", memberId), and([eb("signal.deputy_id", "=", memberId), eb("signal.answer_due", "<", today)])]))
    .execute();
  const routing =
    role === "facilitator"
      ? await addressed.where("signal.asked_id", "is", null).where("signal.route_due", "is", null).where("signal.answer_due", "is not", null).execute()
      : [];
  const looking = await rows.where("signal.bringer_id", "=", memberId).where("signal.checkpoint", "<=", today).orderBy("signal.checkpoint").execute();
  const telling = await rows
    .where("signal.bringer_id", "=", memberId)
    .where("signal.voice", "in", ["resident", "confidant"])
    .where("signal.state", "<>", "withdrawn")
    .whereRef("signal.told_position", "<", "signal.version")
    .where(sql<boolean>`exists (select from learning.signal_fact f where f.municipality_id = signal.municipality_id and f.signal_id = signal.id
      and f.position > signal.told_position and f.by_member <> signal.bringer_id and f.kind = any (${[...tellable]})
      and not exists (select from learning.signal_fact u where u.municipality_id = f.municipality_id and u.signal_id = f.signal_id
        and u.kind = 'undone' and (u.content -> 'codes' ->> 'position')::int = f.position))`)
    .orderBy("signal.changed_at", "desc")
    .execute();
  const taken = await rows.where("signal.state", "=", "taken-up").where("signal.taken_by_id", "=", memberId).execute();
  const as = (what: Expected["what"], list: Row[], day: (row: Row) => Day | null) =>
    list.map((row): Expected => ({ what, signalId: row.id, sentence: row.sentence, day: day(row) }));
  return [
    ...as("answer", answers as Row[], ({ answerDue }) => answerDue),
    ...as("route", routing as Row[], ({ answerDue }) => answerDue),
    ...(looking as Row[]).map((row): Expected => ({
      what: row.state === "answered" ? "try-it" : "checkpoint",
      signalId: row.id,
      sentence: row.sentence,
      day: row.checkpoint,
    })),
    ...as("tell", telling as Row[], () => null),
    ...as("taken", taken as Row[], () => null),
  ].sort((one, other) => (one.day ?? "9").localeCompare(other.day ?? "9"));
}

/** What of this person's team is answered too late. */
export async function findTeamLate({ tx, actor }: Room, today: Day): Promise<{ id: string; sentence: string | null; answerDue: Day }[]> {
  const rows = await tx
    .selectFrom("learning.signal as signal")
    .leftJoin("learning.text as text", (join) =>
      join
        .onRef("text.municipality_id", "=", "signal.municipality_id")
        .onRef("text.signal_id", "=", "signal.id")
        .on("text.position", "=", 1)
        .on("text.part", "=", "sentence"),
    )
    .where("signal.municipality_id", "=", actor.municipalityId)
    .where("signal.team_id", "=", actor.teamId)
    .where("signal.answer_due", "<", today)
    .where("signal.state", "in", ["open", "fallen-back"])
    .select(["signal.id", "signal.state", "text.content as sentence", "signal.answer_due as answerDue"])
    .orderBy("signal.answer_due")
    .limit(5)
    .execute();
  return rows.filter((row) => isOverdue(row as { state: State; answerDue: Day }, today)) as { id: string; sentence: string | null; answerDue: Day }[];
}

/** What happened to signals this person has to do with: of each signal the latest, newest first. */
export type News = {
  readonly kind: FactKind;
  readonly why: string;
  readonly signalId: string;
  readonly position: number;
  readonly at: Date;
  readonly isNew: boolean;
  readonly sentence: string | null;
  readonly isThere: boolean;
};

export async function findNews({ tx, actor, now }: Room, most: number): Promise<News[]> {
  const rows = await tx
    .selectFrom("organisation.message as message")
    .leftJoin("learning.text as text", (join) =>
      join
        .onRef("text.municipality_id", "=", "message.municipality_id")
        .onRef("text.signal_id", "=", "message.signal_id")
        .on("text.position", "=", 1)
        .on("text.part", "=", "sentence"),
    )
    .leftJoin("learning.signal as signal", (join) =>
      join.onRef("signal.municipality_id", "=", "message.municipality_id").onRef("signal.id", "=", "message.signal_id"),
    )
    .where("message.municipality_id", "=", actor.municipalityId)
    .where("message.member_id", "=", actor.memberId)
    .distinctOn("message.signal_id")
    .select([
      "message.kind",
      "why",
      "message.signal_id as signalId",
      "message.position",
      "message.at",
      "read_at",
      "text.content as sentence",
      "signal.id as there",
    ])
    .where("message.at", ">", sql<Date>`${now}::timestamptz - interval '60 days'`)
    .orderBy("message.signal_id")
    .orderBy("message.at", "desc")
    .execute();
  return rows
    .map(({ read_at, kind, there, ...message }) => ({ ...message, kind: kind as FactKind, isNew: read_at === null, isThere: there !== null }))
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, most);
}
