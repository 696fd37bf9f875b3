import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { emptyDraft } from "#src/gate/drafts/draft.ts";
import { beginDraft, findDraft, findDrafts, remove } from "#src/gate/drafts/store.ts";
import { shieldText } from "#src/gate/erase/index.ts";
import { addDays, type Day, dayOf } from "#src/kernel/day.ts";
import { reply } from "#src/learning/signals/conversation.ts";
import { perform, signalRows } from "#src/learning/signals/index.ts";
import { asActor, asJob } from "#src/platform/database.ts";
import { lastWeek } from "#src/privacy/looks/week.ts";
import type { Cast } from "./cast.ts";
import type { Pools } from "./seed.ts";

/** What the privacy officer finds: looks of last week, a text that was shielded, and a draft that nobody touched for over a year. */
export async function overseen(pools: Pick<Pools, "learning" | "gate">, cast: Cast, now: Date): Promise<void> {
  await looks(pools, cast, lastWeek(dayOf(now)));
  await shielded(pools, cast, now);
  await asActor(pools.gate, cast.actor("pieter"), at(addDays(dayOf(now), -430), "10:20"), (room) =>
    beginDraft(room, v7({ msecs: room.now.getTime() }), { ...emptyDraft, sentence: "De wachtlijst voor dagbesteding staat nergens op papier." }),
  );
}

const at = (day: Day, time: string): Date => new Date(`${day}T${time}:00+01:00`);

/** Noor writes; her team looks along, once in the weekend and now and then in the evening. */
async function looks({ gate }: Pick<Pools, "gate">, cast: Cast, monday: Day): Promise<void> {
  const id = v7({ msecs: at(monday, "09:05").getTime() });
  await asActor(gate, cast.actor("noor"), at(monday, "09:05"), (room) =>
    beginDraft(room, id, { ...emptyDraft, sentence: "De taxi komt alleen als iemand zelf kan bellen." }),
  );
  for (const time of ["11:15", "14:40"]) await asActor(gate, cast.actor("pieter"), at(addDays(monday, 1), time), findDrafts);
  const seen = [
    ["tom", 1, "13:10"],
    ["pieter", 2, "21:50"],
    ...["09:30", "12:05", "12:40", "15:20", "16:45", "17:10"].map((time) => ["tom", 3, time] as const),
    ["tom", 5, "22:35"],
  ] as const;
  for (const [who, day, time] of seen) await asActor(gate, cast.actor(who), at(addDays(monday, day), time), (room) => findDraft(room, id));
  await asActor(gate, cast.actor("noor"), at(addDays(monday, 6), "20:15"), async (room) => remove(room, (await findDraft(room, id))!, room.now));
}

/** Somebody says too much in a reply, and a colleague shields it. */
async function shielded({ learning, gate }: Pick<Pools, "learning" | "gate">, cast: Cast, now: Date): Promise<void> {
  const [said, seen] = [at(addDays(dayOf(now), -2), "10:05"), at(addDays(dayOf(now), -2), "10:40")];
  const found = await asJob(gate, cast.municipalityId, now, ({ tx }) =>
    signalRows(tx, cast.municipalityId)
      .where("signal.state", "=", "open")
      .where("signal.audience", "=", "everyone")
      .where("signal.changed_at", "<", said)
      .where("signal.first_reply_at", "is not", null)
      .where("signal.bringer_id", "<>", cast.memberId("mehmet"))
      .orderBy("signal.released_at", "desc")
      .limit(1)
      .executeTakeFirst(),
  );
  if (!found) return;
  const by = cast.actor("mehmet");
  const words = "Dat is vast de man met de rode bakfiets bij de oude molen. Die kent iedereen hier.";
  await asActor(learning, by, said, (room) => perform(room, found.id, randomUUID(), undefined, (signal) => reply(signal, by, words, said)));
  await asActor(gate, cast.actor("lies"), seen, (room) => shieldText(room, { signalId: found.id, position: found.version + 1, part: "reply" }));
}
