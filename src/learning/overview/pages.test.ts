import fc from "fast-check";
import { expect, test } from "vitest";
import { v7 } from "uuid";
import { addDays, type Day } from "#src/kernel/day.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, now } from "#test/municipality.ts";
import { type Filter, findList } from "./list.ts";

const database = await testDatabase();
const { id: municipality_id, bringer, colleague } = await aMunicipality(database);

// Ninety signals of which many were released at the same moment or are due on the same day, and some are not due at all.
const rows = Array.from({ length: 90 }, (_, index) => ({
  municipality_id,
  id: v7(),
  kind: "stuck",
  state: "open",
  bringer_id: bringer.memberId,
  bringer_role: "professional",
  team_id: bringer.teamId,
  audience: index % 10 === 0 ? "team" : "everyone",
  released_at: new Date(now.getTime() - (index % 7) * 1000),
  changed_at: now,
  answer_due: index % 4 === 0 ? null : addDays("2026-12-01", index % 5),
}));
await database.migrator.insertInto("learning.signal").values(rows).execute();

const filterOf = (sort: Filter["sort"]): Filter => ({ q: "", harm: false, late: false, mine: false, sort });

async function pages(by: typeof bringer, sort: Filter["sort"], size: number) {
  const found: { id: string; releasedAt: Date; answerDue: Day | null }[] = [];
  let after: Filter["after"];
  do {
    const page = await asActor(database.learning, by, now, (room) => findList(room, { ...filterOf(sort), after }, "2026-11-23", size));
    expect(page.signals.length).toBeLessThanOrEqual(size);
    found.push(...page.signals);
    after = page.next;
  } while (after);
  return found;
}

test("paging through gives every signal exactly once and in order, whatever the size of a page", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("newest", "oldest", "due"), fc.integer({ min: 3, max: 100 }), async (sort, size) => {
      const found = await pages(bringer, sort, size);
      const expected = rows.filter(({ answer_due }) => sort !== "due" || answer_due !== null);
      expect(found.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      const values = found.map(({ releasedAt, answerDue }) => (sort === "due" ? answerDue! : releasedAt.toISOString()));
      expect(values).toEqual(sort === "newest" ? values.toSorted().toReversed() : values.toSorted());
    }),
    { numRuns: 25 },
  );
});

test("whoever sees fewer gets full pages of those", async () => {
  expect(await pages(colleague, "newest", 20)).toHaveLength(81);
  const { signals } = await asActor(database.learning, colleague, now, (room) => findList(room, filterOf("newest"), "2026-11-23", 20));
  expect(signals).toHaveLength(20);
});

test("what is released meanwhile does not push anything onto the next page again", async () => {
  const first = await asActor(database.learning, bringer, now, (room) => findList(room, filterOf("newest"), "2026-11-23", 30));
  await database.migrator
    .insertInto("learning.signal")
    .values({ ...rows[0]!, id: v7(), released_at: new Date(now.getTime() + 5000) })
    .execute();
  const second = await asActor(database.learning, bringer, now, (room) => findList(room, { ...filterOf("newest"), after: first.next }, "2026-11-23", 30));
  const ids = new Set(first.signals.map(({ id }) => id));
  expect(second.signals.filter(({ id }) => ids.has(id))).toEqual([]);
});
