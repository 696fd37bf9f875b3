import { z } from "zod";
import { cleaned } from "#src/platform/door.ts";
import { roles } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import {
  audiences,
  choices,
  factKinds,
  grounds,
  kinds,
  laws,
  levels,
  lifeAreas,
  mattersSources,
  snags,
  stages,
  states,
  voices,
} from "#src/learning/signals/index.ts";

const words = z.string().transform(cleaned).pipe(z.string().max(10_000));
const name = z.string().max(200).transform(cleaned);
const moment = z.iso.datetime().transform((at) => new Date(at));
const parts = ["sentence", "story", "matters", "reply", "answer", "reason"] as const;
const day = z.iso
  .date()
  .transform((date) => date as Day)
  .nullable();

/** The codes that facts have; others are left out. */
const Codes = z
  .object({
    audience: z.enum([...audiences, "bringer"]),
    choice: z.enum(choices),
    checkpoint: z.iso.date(),
    to: name,
    position: z.int().min(0),
    withoutMoney: z.boolean(),
    part: z.enum(parts),
    takenBack: z.boolean(),
    ground: z.enum(grounds),
  })
  .partial();

const Happened = z.object({
  kind: z.enum(factKinds),
  state: z.enum(states),
  codes: Codes,
  said: z.partialRecord(z.enum(parts), words),
  erased: z.partialRecord(z.enum(parts), moment).default({}),
  role: z.enum(roles).or(z.literal("job")),
  team: name,
  at: moment,
});

const Taken = z.object({
  id: z.uuid(),
  audience: z.enum([...audiences, "bringer"]),
  kind: z.enum(kinds),
  state: z.enum(states),
  team: name.pipe(z.string().min(1)),
  role: z.enum(roles),
  voice: z.enum(voices).nullable(),
  mattersSource: z.enum(mattersSources).nullable(),
  laws: z.array(z.enum(laws)).max(20),
  lifeAreas: z.array(z.enum(lifeAreas)).max(20),
  snags: z.array(z.enum(snags)).max(20),
  stage: z.enum(stages).nullable(),
  level: z.enum(levels).nullable(),
  harm: z.boolean(),
  withoutMoney: z.boolean().nullable(),
  releasedAt: moment,
  changedAt: moment,
  firstReplyAt: moment.nullable(),
  firstAnswerAt: moment.nullable(),
  answerDue: day,
  checkpoint: day,
  course: z
    .array(Happened)
    .min(1)
    .max(1000)
    .refine(([first]) => first?.kind === "released"),
});
export type Taken = z.infer<typeof Taken>;

const File = z.object({ haarvat: z.literal(1), signals: z.array(Taken).max(20_000) });

/** The signals in a file that the list gave as JSON; undefined when it is anything else. */
export function readTaken(json: string): Taken[] | undefined {
  try {
    return File.safeParse(JSON.parse(json)).data?.signals;
  } catch {
    return undefined;
  }
}
