import { expect, test } from "vitest";
import { type Look, type Moment, unusual } from "./unusual.ts";

// A week of twenty thousand ordinary looks by 480 people in forty teams, in which fifty looks of curiosity are hidden.

/** A generator that gives the same week each time (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const monday = Date.parse("2026-11-23T00:00:00+01:00");
const minute = 60_000;
const teams = 40;
const people = 480;
const writing = 25;
const team = (nth: number) => `team-${nth % teams}`;

function week(seed: number): { looks: Look[]; planted: ReadonlySet<string>; changes: Moment[] } {
  const roll = dice(seed);
  const below = (most: number) => Math.floor(roll() * most);
  const looks: Look[] = [];
  const add = (at: number, by: number, objectId: string, objectTeam: string, wished: Partial<Look> = {}): string => {
    const id = `look-${looks.length}`;
    const own = { by: `person-${by}`, byTeam: team(by), objectKind: "draft", objectId, objectTeam, wrote: false, takenAlong: false };
    looks.push({ id, at: new Date(at), ...own, ...wished });
    return id;
  };
  /** Mostly between eight and six on weekdays; one in forty in the evening, and now and then in the weekend. */
  const ordinaryMoment = () => {
    const onDay = roll() < 0.004 ? 5 + below(2) : below(5);
    const minutes = roll() < 0.025 ? 20 * 60 + below(150) : 8 * 60 + below(600);
    return monday + onDay * 1440 * minute + minutes * minute + below(60_000);
  };
  while (looks.length < 19_950) {
    const by = below(people);
    const at = ordinaryMoment();
    // One in ten works in two teams; half of what is looked at stands on a list of what the team is writing.
    const inTeam = by % 10 === 0 && roll() < 0.3 ? team(by + 1) : team(by);
    const draft = () => `${inTeam}-draft-${below(writing)}`;
    if (roll() < 0.1) for (let shown = 3 + below(12); shown > 0; shown -= 1) add(at, by, draft(), inTeam);
    else {
      const one = draft();
      // Each text is written on by a few of its team.
      add(at, by, one, inTeam, { wrote: (Number(one.split("-").at(-1)) + Math.floor(by / teams)) % 6 === 0 });
    }
  }
  const planted = new Set<string>();
  const at = (onDay: number, hour: number, minutes: number) => monday + (onDay * 1440 + hour * 60 + minutes) * minute;
  // On Saturday somebody goes through the texts of another team, one after the other.
  for (let nth = 0; nth < 14; nth += 1) planted.add(add(at(5, 15, nth * 2), 20, `team-9-draft-${nth}`, "team-9"));
  // In the evening somebody looks at another team's texts, a few each night.
  for (let nth = 0; nth < 10; nth += 1) planted.add(add(at(nth % 5, 22, nth * 3), 31, `team-8-draft-${nth}`, "team-8"));
  // One text of a colleague in the same team, opened over and over in working hours.
  for (let nth = 0; nth < 8; nth += 1) planted.add(add(at(nth % 4, 12, 5 * nth), 44, `${team(44)}-of-interest`, team(44)));
  // New rights, and at once everything there is to see.
  for (let nth = 0; nth < 10; nth += 1) planted.add(add(at(2, 16, nth), 57, `team-1-draft-${nth}`, "team-1"));
  // Somebody who keeps the list of members goes through it late at night.
  for (let nth = 0; nth < 8; nth += 1) planted.add(add(at(3, 23, nth * 4), 60, `member-${nth}`, "", { objectKind: "member", objectTeam: undefined }));
  return { looks, planted, changes: [{ of: "person-57", at: new Date(at(2, 15, 40)) }] };
}

test.each([1, 2, 3, 4, 5])("of fifty looks of curiosity among twenty thousand at least forty are among the first hundred (week %i)", (seed) => {
  const { looks, planted, changes } = week(seed);
  expect([planted.size, Math.round(looks.length / 100)]).toEqual([50, 200]);
  const first = unusual(looks, changes).slice(0, 100);
  const found = first.filter(({ id }) => planted.has(id)).length;
  console.log(`week ${seed}: ${found} of ${planted.size} among the first ${first.length}`);
  expect(found).toBeGreaterThanOrEqual(40);
});
