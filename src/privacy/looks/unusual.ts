import { dayOf, isWorkingDay } from "#src/kernel/day.ts";

/** Somebody looked at something, or took something along; ids and codes only. */
export type Look = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  /** The main team of whoever looked, and the team of what was looked at; undefined when there is none. */
  readonly byTeam?: string | undefined;
  readonly objectKind: string;
  readonly objectId: string;
  readonly objectTeam?: string | undefined;
  /** Whoever looked wrote on it at some time. */
  readonly wrote: boolean;
  readonly takenAlong: boolean;
};

/** Something that happened to or with a person at a moment: somebody else changed what they may do, or they were refused. */
export type Moment = { readonly of: string; readonly at: Date };

/** Why a look stands out: each a rule that one can explain to whoever looked. */
export const reasons = [
  "other-team",
  "early-or-late",
  "day-off",
  "many-drafts",
  "many-members",
  "again-and-again",
  "after-change",
  "after-refusals",
  "taken-along",
] as const;
export type ReasonCode = (typeof reasons)[number];
/** `count` says how strongly: minutes outside working hours, or how many. */
export type Reason = { readonly code: ReasonCode; readonly count?: number };

/** A look that stands out. `together` counts what was shown at once, as on a list. */
export type Unusual = Look & { readonly together: number; readonly reasons: readonly Reason[] };

const minute = 60_000;
const day = 1440 * minute;
/** From seven in the morning until eight in the evening. */
const [opens, closes] = [7, 20];
const manyDrafts = { most: 8, within: 30 * minute };
const manyMembers = { most: 10, within: 60 * minute };
const againAndAgain = 5;
const refusals = { most: 3, within: 15 * minute };

const dutchTime = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
/** Minutes before opening or after closing; below zero within hours. */
function minutesOutside(moment: Date): number {
  const [hours, minutes] = dutchTime.format(moment).split(":").map(Number) as [number, number];
  const time = hours * 60 + minutes;
  return Math.max(opens * 60 - time, time - closes * 60 + 1);
}

/**
 * The looks that stand out, with why: those with most reasons first; of those with as many, of each reason in turn the one that is strongest. It says
 * something of looks and nothing of people: nobody is counted up, compared with others or ranked.
 */
export function unusual(looks: readonly Look[], changes: readonly Moment[] = [], refused: readonly Moment[] = []): Unusual[] {
  const opened = atOnce(looks);
  const habits = new Map([...Map.groupBy(opened, ({ by }) => by)].map(([by, own]) => [by, habitsOf(own)]));
  const found = opened.map((look) => ({ ...look, reasons: reasonsOf(look, habits.get(look.by)!, changes, refused) })).filter((look) => look.reasons.length > 0);
  const often = new Map<ReasonCode, number>();
  for (const { reasons: why } of found) for (const { code } of why) often.set(code, (often.get(code) ?? 0) + 1);
  const rarest = ({ reasons: why }: Unusual) => why.toSorted((one, other) => often.get(one.code)! - often.get(other.code)!)[0]!;
  // In which turn each comes: the strongest of its reason in the first, the next in the second.
  const turn = new Map<Unusual, number>();
  for (const alike of Map.groupBy(found, (look) => `${look.reasons.length} ${rarest(look).code}`).values())
    for (const [index, look] of alike.sort((one, other) => strength(rarest(other)) - strength(rarest(one)) || newestFirst(one, other)).entries())
      turn.set(look, index);
  return found.sort((one, other) => other.reasons.length - one.reasons.length || turn.get(one)! - turn.get(other)! || newestFirst(one, other));
}

const strength = ({ count = 0 }: Reason): number => count;
const newestFirst = (one: Look, other: Look): number => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1);

/** The same without what only says once more that somebody kept returning to one text: one line of that is enough to ask about. */
export function oncePerText(found: readonly Unusual[]): Unusual[] {
  const said = new Set<string>();
  return found.filter((look) => {
    const again = look.reasons.some(({ code }) => code === "again-and-again");
    const text = `${look.by} ${look.objectId}`;
    const known = said.has(text);
    if (again) said.add(text);
    return !(known && again && look.reasons.length === 1);
  });
}

type Opened = Look & { readonly together: number };

/** What one page showed at once is one look: a list of drafts leaves an entry for each of them. */
function atOnce(looks: readonly Look[]): Opened[] {
  const pages = Map.groupBy(looks, ({ by, at, objectKind }) => `${by} ${at.getTime()} ${objectKind}`);
  return [...pages.values()].map((page) => ({ ...page[0]!, together: new Set(page.map(({ objectId }) => objectId)).size }));
}

/** Of one person: how often each text was opened, and how many different ones in the fullest stretch of time around each look. */
type Habits = { readonly opened: ReadonlyMap<string, number>; readonly drafts: ReadonlyMap<Opened, number>; readonly members: ReadonlyMap<Opened, number> };

function habitsOf(own: readonly Opened[]): Habits {
  const single = own.filter(({ together }) => together === 1).toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const opened = new Map<string, number>();
  for (const { objectId } of single) opened.set(objectId, (opened.get(objectId) ?? 0) + 1);
  return { opened, drafts: fullest(single, "draft", manyDrafts.within), members: fullest(single, "member", manyMembers.within) };
}

/** For each look the most different things that were opened within one stretch of time that holds it. */
function fullest(single: readonly Opened[], kind: string, within: number): Map<Opened, number> {
  const looks = single.filter(({ objectKind }) => objectKind === kind);
  const most = new Map<Opened, number>();
  let first = 0;
  for (const [last, { at }] of looks.entries()) {
    while (at.getTime() - looks[first]!.at.getTime() > within) first += 1;
    const stretch = looks.slice(first, last + 1);
    const different = new Set(stretch.map(({ objectId }) => objectId)).size;
    for (const look of stretch) most.set(look, Math.max(most.get(look) ?? 0, different));
  }
  return most;
}

function reasonsOf(look: Opened, habits: Habits, changes: readonly Moment[], refused: readonly Moment[]): Reason[] {
  const { at, by, together, objectKind } = look;
  const single = together === 1;
  const outside = minutesOutside(at);
  const drafts = habits.drafts.get(look) ?? 0;
  const members = habits.members.get(look) ?? 0;
  const again = single && !look.wrote ? (habits.opened.get(look.objectId) ?? 0) : 0;
  const before = (moments: readonly Moment[], within: number) =>
    moments.filter((moment) => moment.of === by && moment.at <= at && at.getTime() - moment.at.getTime() <= within).length;
  const refusedBefore = before(refused, refusals.within);
  const found: (Reason | false)[] = [
    single && objectKind === "draft" && look.objectTeam !== undefined && look.byTeam !== undefined && look.objectTeam !== look.byTeam && { code: "other-team" },
    outside > 0 && { code: "early-or-late", count: outside },
    !isWorkingDay(dayOf(at)) && { code: "day-off" },
    drafts >= manyDrafts.most && { code: "many-drafts", count: drafts },
    members >= manyMembers.most && { code: "many-members", count: members },
    again >= againAndAgain && { code: "again-and-again", count: again },
    before(changes, day) > 0 && { code: "after-change" },
    refusedBefore >= refusals.most && { code: "after-refusals", count: refusedBefore },
    look.takenAlong && { code: "taken-along" },
  ];
  return found.filter((reason) => reason !== false);
}
