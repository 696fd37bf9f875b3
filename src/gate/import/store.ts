import { v7 } from "uuid";
import { dayOf } from "#src/kernel/day.ts";
import { erasedAmong } from "#src/gate/erase/index.ts";
import { findings } from "#src/language/deidentify/deidentify.ts";
import { recognisable } from "#src/learning/signals/index.ts";
import { nobody, type Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { Taken } from "./file.ts";

export type Imported = { readonly fresh: number; readonly known: number } | { readonly recognisable: number };

/**
 * Writes signals from a file under the ids they had, with whoever imports as their bringer: somebody who can close the loop.
 * What is here already stays as it is, and words that were erased here (known by their hash under `key`) do not come back. A text in which somebody is recognisable for certain refuses the whole file.
 */
export async function importSignals(room: Room, taken: readonly Taken[], key: Buffer): Promise<Imported> {
  const refused = taken.filter((signal) => namesSomebody(signal) || wordsOf(signal).some((words) => recognisable({ reason: words }))).length;
  if (refused > 0) return { recognisable: refused };
  const teams = await teamsNamed(room, [...new Set(taken.flatMap(({ team, course }) => [team, ...course.map((fact) => fact.team)]).filter(Boolean))]);
  const ids = taken.map(({ id }) => id);
  const here =
    ids.length === 0
      ? []
      : await room.tx.selectFrom("learning.signal").select("id").where("municipality_id", "=", room.actor.municipalityId).where("id", "in", ids).execute();
  const known = new Set(here.map(({ id }) => id));
  const fresh = [...new Map(taken.filter(({ id }) => !known.has(id)).map((signal) => [signal.id, signal])).values()];
  const erased = await erasedAmong(
    room,
    key,
    fresh.flatMap(({ course }) => course.flatMap(({ said }) => Object.values(said))),
  );
  for (const signal of fresh) await write(room, { ...signal, course: signal.course.map((fact) => withoutErased(fact, erased)) }, teams);
  return { fresh: fresh.length, known: taken.length - fresh.length };
}

/** The fact with the words that were erased here named as such. */
function withoutErased(fact: Taken["course"][number], erased: ReadonlyMap<string, Date>): Taken["course"][number] {
  const gone = Object.entries(fact.said).filter(([, words]) => erased.has(words));
  const said = Object.fromEntries(Object.entries(fact.said).filter(([, words]) => !erased.has(words)));
  return { ...fact, said, erased: { ...fact.erased, ...Object.fromEntries(gone.map(([part, words]) => [part, erased.get(words)!])) } };
}

/** Everything in it that somebody may have typed, names of teams and codes included. */
/** What people said, and codes that are no day: all of it could hold somebody. */
const wordsOf = ({ course }: Taken): string[] =>
  course.flatMap(
    ({ said, codes }) => [...Object.values(said), ...Object.values(codes).filter((code) => typeof code === "string" && !isDay.test(code))] as string[],
  );
const isDay = /^\d{4}-\d\d-\d\d$/;

/** A team is an organisation, often with a place in its name; it is not called after somebody. */
const namesSomebody = ({ team, course }: Taken): boolean =>
  [team, ...course.map((fact) => fact.team)].some((name) => findings(name).some(({ certain, type }) => certain && type !== "ORG" && type !== "PLACE"));

/** The teams by name; one that is not here is made, as a team from elsewhere. */
async function teamsNamed({ tx, actor }: Room, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.selectFrom("organisation.team").select(["id", "name"]).where("municipality_id", "=", actor.municipalityId).execute();
  const known = new Map(rows.map(({ id, name }) => [name, id]));
  for (const name of names.filter((wanted) => !known.has(wanted))) {
    const id = v7();
    await tx.insertInto("organisation.team").values({ municipality_id: actor.municipalityId, id, name, kind: "outside" }).execute();
    known.set(name, id);
  }
  return known;
}

async function write(room: Room, taken: Taken, teams: ReadonlyMap<string, string>): Promise<void> {
  const { tx, actor } = room;
  const municipality_id = actor.municipalityId;
  const team_id = teams.get(taken.team)!;
  const readable = { bringer_id: actor.memberId, team_id, audience: taken.audience, readers: [], addressed_to: [] };
  // Nobody here was asked yet: what waits for an answer comes to the facilitators.
  const waits = taken.answerDue !== null && (taken.state === "open" || taken.state === "fallen-back");
  await tx
    .insertInto("learning.signal")
    .values({
      municipality_id,
      id: taken.id,
      kind: taken.kind,
      state: taken.state,
      version: taken.course.length,
      bringer_role: taken.role,
      ...readable,
      voice: taken.voice,
      matters_source: taken.mattersSource,
      laws: taken.laws,
      life_areas: taken.lifeAreas,
      snags: taken.snags,
      stage: taken.stage,
      level: taken.level,
      harm: taken.harm,
      without_money: taken.withoutMoney,
      released_at: taken.releasedAt,
      changed_at: taken.changedAt,
      first_reply_at: taken.firstReplyAt,
      first_answer_at: taken.firstAnswerAt,
      answer_due: taken.answerDue,
      route_due: waits ? dayOf(room.now) : null,
      checkpoint: taken.checkpoint,
      told_position: taken.course.length,
    })
    .execute();
  const facts = taken.course.map(({ kind, state, codes, said, erased, role, team, at }, index) => ({
    municipality_id,
    signal_id: taken.id,
    position: index + 1,
    ...readable,
    kind,
    content: JSON.stringify({ codes, parts: [...new Set([...Object.keys(said), ...Object.keys(erased)])], before: {} }),
    state,
    by_member: actor.memberId,
    by_role: role,
    by_team: teams.get(team) ?? nobody,
    at,
    deed: v7(),
  }));
  await tx.insertInto("learning.signal_fact").values(facts).execute();
  const texts = taken.course.flatMap(({ said, erased }, index) => {
    const text = { municipality_id, signal_id: taken.id, position: index + 1, ...readable, author_id: actor.memberId };
    const kept = Object.entries(said).filter(([part, content]) => content && !(part in erased));
    return [
      ...kept.map(([part, content]) => ({ ...text, part, content, erased_at: null })),
      ...Object.entries(erased).map(([part, erased_at]) => ({ ...text, part, content: null, erased_at })),
    ];
  });
  if (texts.length > 0) await tx.insertInto("learning.text").values(texts).execute();
  await leaveTrail(room, { action: "imported", objectKind: "signal", objectId: taken.id, purpose: "learning" });
}
