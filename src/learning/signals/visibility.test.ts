import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Actor, roles } from "#src/kernel/actor.ts";
import { asActor } from "#src/platform/database.ts";
import { sql } from "kysely";
import { v7 } from "uuid";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, now } from "#test/municipality.ts";
import { findCourse } from "./course.ts";
import { findSignal } from "./store.ts";
import { type Audience, audiences } from "./words.ts";

const database = await testDatabase();
const { learning, migrator } = database;
const here = await aMunicipality(database);
const elsewhere = await aMunicipality(database);

const members = [here.bringer, here.teammate, here.colleague, here.owner].map(({ memberId }) => memberId);
const [bringer, teammate, colleague, owner] = members as [string, string, string, string];
const teams = Object.values(here.teams);

type Wished = {
  readonly audience: Audience;
  readonly team: string;
  readonly readers: readonly string[];
  readonly addressedTo: readonly string[];
  readonly author: string;
  readonly shielded: boolean;
};

/** Who sees a signal, as the domain has it under "Who sees what". */
function sees({ municipalityId, memberId, role, teamId, otherTeamIds }: Actor, { audience, team, readers, addressedTo }: Wished): boolean {
  if (municipalityId !== here.id || role === "administrator") return false;
  if (memberId === bringer) return true;
  if (audience === "bringer") return false;
  if (addressedTo.includes(memberId)) return true;
  const inTheRoom = role === "professional" || role === "facilitator";
  return inTheRoom && (audience === "everyone" || readers.includes(memberId) || (audience === "team" && [teamId, ...otherTeamIds].includes(team)));
}

/** A text in which somebody is recognisable is still read by its author and the privacy officer, by nobody else. */
const reads = (by: Actor, wished: Wished): boolean =>
  wished.shielded ? (by.municipalityId === here.id && by.role === "privacy-officer") || (sees(by, wished) && by.memberId === wished.author) : sees(by, wished);

async function write({ audience, team, readers, addressedTo, author, shielded }: Wished): Promise<{ id: string; word: string }> {
  const [id, word] = [v7(), `woord${randomUUID().replaceAll("-", "")}`];
  const common = { municipality_id: here.id, bringer_id: bringer, team_id: team, audience, readers: [...readers], addressed_to: [...addressedTo] };
  await migrator
    .insertInto("learning.signal")
    .values({ ...common, id, kind: "stuck", state: "open", bringer_role: "professional", released_at: now, changed_at: now })
    .execute();
  await migrator
    .insertInto("learning.signal_fact")
    .values({
      ...common,
      signal_id: id,
      position: 1,
      kind: "released",
      content: JSON.stringify({ codes: {}, parts: ["sentence"], before: {} }),
      state: "open",
      by_member: author,
      by_role: "professional",
      by_team: team,
      at: now,
      deed: randomUUID(),
    })
    .execute();
  await migrator
    .insertInto("learning.text")
    .values({ ...common, signal_id: id, position: 1, part: "sentence", author_id: author, content: word, shielded })
    .execute();
  return { id, word };
}

const wishes: fc.Arbitrary<Wished> = fc.record({
  audience: fc.constantFrom(...audiences, "bringer" as const),
  team: fc.constantFrom(...teams),
  readers: fc.subarray([teammate, colleague, owner]),
  addressedTo: fc.subarray([teammate, colleague, owner]),
  author: fc.constantFrom(bringer, colleague),
  shielded: fc.boolean(),
});
const actors: fc.Arbitrary<Actor> = fc.record({
  memberId: fc.constantFrom(...members),
  municipalityId: fc.constantFrom(here.id, here.id, here.id, elsewhere.id),
  role: fc.constantFrom(...roles),
  teamId: fc.constantFrom(...teams),
  otherTeamIds: fc.subarray(teams),
});

test("everybody sees of a signal what the domain says, and nothing else: as a row, as what happened, as words and by searching", async () => {
  const shown = { seen: 0, unseen: 0 };
  await fc.assert(
    fc.asyncProperty(wishes, fc.array(actors, { minLength: 6, maxLength: 6 }), async (wished, people) => {
      const { id, word } = await write(wished);
      for (const by of people) {
        const found = await asActor(learning, by, now, async (room) => ({
          signal: (await findSignal(room, id)) !== undefined,
          course: (await findCourse(room, id)).length > 0,
          text: (await room.tx.selectFrom("learning.text").select("content").where("signal_id", "=", id).execute()).length > 0,
          search:
            (
              await sql<{ id: string }>`select s.id from learning.find_signals(${word}, 500) as found (id) join learning.signal s on s.id = found.id`.execute(
                room.tx,
              )
            ).rows.length > 0,
        }));
        const [seen, read] = [sees(by, wished), reads(by, wished)];
        shown[seen ? "seen" : "unseen"] += 1;
        expect(found, JSON.stringify(by)).toEqual({
          signal: seen,
          course: seen,
          text: read,
          search: seen && (!wished.shielded || by.memberId === wished.author),
        });
      }
    }),
    { numRuns: 120 },
  );
  expect(Math.min(shown.seen, shown.unseen)).toBeGreaterThan(50);
}, 60_000);
