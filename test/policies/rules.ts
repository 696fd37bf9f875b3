import { type Who } from "./people.ts";

// What each role of the application may do with each table, row by row: the law that row-level security has to keep, written a second time.

export type Command = "select" | "insert" | "update" | "delete";
export const roles = ["haarvat_learning", "haarvat_gate", "haarvat_keeper", "haarvat_finder", "haarvat_migrator"] as const;
export type Role = (typeof roles)[number];
/** A row as the database says it in JSON. */
export type Row = Readonly<Record<string, unknown>>;
export type Rule = (who: Who, row: Row) => boolean;
/** An update sets a column to what it was; where that says too little, to something else, each with its own rule. */
type Said = Rule | readonly (readonly [sets: string, Rule])[];
type Rules = Partial<Record<Role, Partial<Record<Command, Said>>>>;

const all: Rule = () => true;
const none: Rule = () => false;
const here: Rule = (who, row) => row["municipality_id"] === who.municipality;
const inRole =
  (...roles: readonly string[]): Rule =>
  (who, row) =>
    here(who, row) && roles.includes(who.role);
const me =
  (column: string): Rule =>
  (who, row) =>
    here(who, row) && row[column] === who.member;
const not =
  (rule: Rule): Rule =>
  (who, row) =>
    !rule(who, row);
const both =
  (...rules: readonly Rule[]): Rule =>
  (who, row) =>
    rules.every((rule) => rule(who, row));
const either =
  (...rules: readonly Rule[]): Rule =>
  (who, row) =>
    rules.some((rule) => rule(who, row));
const is =
  (column: string): Rule =>
  (_, row) =>
    row[column] === true;
const has =
  (column: string): Rule =>
  (_, row) =>
    row[column] !== null;

/** Who accepts an invitation, in that transaction alone. */
const comesIn = both(me("id"), inRole("invited"));
const outside: Rule = (_, row) => row["kind"] === "outside";
const job = inRole("job");
const privacyOfficer = inRole("privacy-officer");
const administrator = inRole("administrator");
const keeper = inRole("privacy-officer", "job");
const keeps = inRole("facilitator", "administrator");
/** Who decides which words are no longer asked about; the job lets go of what nobody decided on. */
const reviews = inRole("facilitator", "privacy-officer");
const weighs = either(reviews, job);
const among =
  (column: string): Rule =>
  ({ member }, row) =>
    (row[column] as string[]).includes(member);
const ofTeam: Rule = (who, row) => here(who, row) && who.teams.includes(row["team_id"] as string);

/** Who sees a released signal and what belongs to it. */
const sees: Rule = (who, row) => {
  if (!here(who, row) || who.role === "administrator") return false;
  if (row["bringer_id"] === who.member) return true;
  if (row["audience"] === "bringer") return false;
  const inTheRoom = who.role === "professional" || who.role === "facilitator";
  return (
    among("addressed_to")(who, row) ||
    (inTheRoom && (row["audience"] === "everyone" || among("readers")(who, row) || (row["audience"] === "team" && ofTeam(who, row))))
  );
};
const reads = either(both(sees, either(not(is("shielded")), me("author_id"))), both(is("shielded"), privacyOfficer));
const ofDraftTeam = both(ofTeam, inRole("professional", "official", "advocate", "facilitator"));
const sweeps = both(job, has("removed_at"));
/** Read by the privacy officer and the job; written by the privacy officer alone. */
const kept = { select: keeper, insert: privacyOfficer, update: privacyOfficer };
const byGate = { select: here, insert: here, update: here };
/** Signals and what belongs to them: the gate does everything with them, but for an administrator. */
const content = both(here, not(administrator));
const contentByGate = { select: content, insert: content, update: content };

/** One line a table and role; a command that is granted and not said here fails, and so does one that is said and not granted. */
export const rules: Record<string, Rules> = {
  "organisation.municipality": {
    haarvat_learning: { select: all },
    haarvat_gate: { select: all, update: (who, row) => who.role === "administrator" && row["id"] === who.municipality },
    haarvat_finder: { select: all },
  },
  "organisation.host": { haarvat_learning: { select: all }, haarvat_gate: { select: all } },
  "organisation.team": {
    haarvat_learning: { select: here },
    haarvat_gate: { select: here, insert: either(administrator, both(inRole("facilitator"), outside)), update: administrator },
    haarvat_keeper: { select: keeper },
    haarvat_finder: { select: all },
  },
  "organisation.member": {
    haarvat_learning: { select: here, update: either(me("id"), administrator) },
    haarvat_gate: { select: here, insert: comesIn, update: either(comesIn, administrator) },
    haarvat_keeper: { select: keeper },
    haarvat_finder: { select: all },
  },
  "organisation.session": {
    haarvat_learning: { select: me("member_id"), insert: me("member_id"), update: me("member_id") },
    haarvat_gate: { select: job, delete: job },
    haarvat_finder: { select: all },
  },
  "organisation.invitation": {
    haarvat_learning: { select: administrator, insert: administrator, delete: administrator },
    haarvat_gate: { select: here, insert: administrator, update: here, delete: administrator },
  },
  "organisation.kept_post": {
    haarvat_learning: { select: me("member_id"), insert: me("member_id"), update: me("member_id"), delete: me("member_id") },
    haarvat_gate: { select: job, delete: job },
  },
  "organisation.mandate": {
    haarvat_learning: { select: here, insert: keeps, update: keeps, delete: keeps },
    haarvat_gate: { select: here },
  },
  "organisation.message": {
    haarvat_learning: { select: me("member_id"), update: me("member_id") },
    haarvat_gate: { insert: here, select: job, update: job },
    haarvat_keeper: { select: keeper, delete: keeper },
  },
  "organisation.cleared_word": { haarvat_gate: { select: weighs, insert: here, delete: weighs }, haarvat_keeper: { select: keeper, delete: keeper } },
  "organisation.excuse": { haarvat_gate: { select: here, insert: reviews, delete: reviews } },
  "organisation.retention": { haarvat_keeper: kept },
  "organisation.woo_request": { haarvat_keeper: kept },
  "organisation.destruction": { haarvat_keeper: { select: keeper, insert: keeper } },
  "trail.entry": {
    haarvat_learning: { select: privacyOfficer, insert: me("actor_id") },
    haarvat_gate: {
      select: job,
      insert: me("actor_id"),
      update: [
        ["position = 7, hash = decode(repeat('ab', 32), 'hex')", both(job, not(has("position")))],
        ["position = null, hash = null", none],
      ],
    },
    haarvat_keeper: { insert: both(keeper, me("actor_id")) },
  },
  "trail.review": { haarvat_learning: { select: privacyOfficer, insert: both(privacyOfficer, me("by_member")) } },
  "trail.head": { haarvat_learning: { select: privacyOfficer }, haarvat_gate: { select: job, insert: job } },
  "trail.mail": { haarvat_learning: { select: me("member_id") }, haarvat_gate: { select: job, insert: job, update: job, delete: job } },
  "trail.outbox": {
    haarvat_learning: { insert: here },
    haarvat_gate: byGate,
    haarvat_keeper: { select: keeper, insert: keeper, update: keeper, delete: keeper },
  },
  "draft.draft": {
    haarvat_gate: {
      select: either(both(either(me("member_id"), ofDraftTeam), not(administrator)), sweeps),
      insert: both(me("member_id"), not(administrator)),
      update: [
        ["saved_at = now()", both(me("member_id"), not(administrator))],
        ["member_id = nullif(current_setting('haarvat.member', true), '')::uuid", both(either(me("member_id"), ofDraftTeam), not(administrator))],
      ],
      delete: either(both(either(me("member_id"), ofDraftTeam), not(administrator)), sweeps),
    },
    haarvat_keeper: { select: keeper, update: keeper, delete: keeper },
  },
  "draft.second_look": {
    haarvat_gate: {
      select: both(either(me("asked_by"), me("reader_id"), ofDraftTeam), not(administrator)),
      insert: both(me("asked_by"), not(administrator)),
      update: both(me("reader_id"), not(administrator)),
      delete: both(either(me("asked_by"), ofDraftTeam), not(administrator)),
    },
    haarvat_keeper: { select: keeper, delete: keeper },
  },
  "learning.signal": {
    haarvat_learning: { select: sees, update: sees },
    haarvat_gate: contentByGate,
    haarvat_keeper: { select: keeper, update: keeper, delete: keeper },
    haarvat_finder: { select: here },
  },
  "learning.signal_fact": {
    haarvat_learning: { select: sees, update: sees, insert: both(me("by_member"), not(administrator)) },
    haarvat_gate: contentByGate,
    haarvat_keeper: { select: keeper, insert: keeper, delete: keeper },
    haarvat_finder: { select: here },
  },
  "learning.text": {
    haarvat_learning: { select: reads, update: sees, insert: both(me("author_id"), not(administrator)) },
    haarvat_gate: contentByGate,
    haarvat_keeper: { select: keeper, insert: keeper, update: keeper, delete: keeper },
    haarvat_finder: { select: all },
  },
  "learning.addressed": {
    haarvat_learning: { select: both(me("member_id"), not(administrator)), insert: both(here, not(administrator)) },
    haarvat_gate: { select: content, insert: content },
    haarvat_keeper: { select: keeper, delete: keeper },
    haarvat_finder: { select: here },
  },
  "learning.tombstone": { haarvat_gate: { select: here }, haarvat_keeper: { select: keeper, insert: privacyOfficer } },
};

/** As its owner, under forced row-level security, the migrator too needs a policy. */
export const rulesOf = (table: string): Rules => ({ ...rules[table], haarvat_migrator: { select: all, insert: all, update: all, delete: all } });
