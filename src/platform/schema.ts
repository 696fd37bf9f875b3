// Generated from the database by `npm run schema`; do not edit.
import type { ColumnType, Generated as KyselyGenerated } from "kysely";
import type { Day } from "#src/kernel/day.ts";

type Generated<T> = KyselyGenerated<T>;
/** Read as what it holds, written as text. */
type Json = ColumnType<unknown, string, string>;

export type Schema = {
  "draft.draft": {
    municipality_id: string;
    id: string;
    team_id: string;
    member_id: string;
    content: Json;
    version: Generated<number>;
    saved_at: Date;
    removed_at: Date | null;
    erased_at: Date | null;
    cleared: Generated<string[]>;
  };
  "draft.second_look": {
    municipality_id: string;
    draft_id: string;
    team_id: string;
    asked_by: string;
    reader_id: string;
    asked_at: Date;
    verdict: string | null;
    words: string | null;
    answered_at: Date | null;
    seen_version: number | null;
  };
  "learning.addressed": {
    municipality_id: string;
    member_id: string;
    signal_id: string;
    at: Date;
  };
  "learning.signal": {
    municipality_id: string;
    id: string;
    kind: string;
    state: string;
    version: Generated<number>;
    bringer_id: string;
    bringer_role: string;
    team_id: string;
    audience: string;
    readers: Generated<string[]>;
    addressed_to: Generated<string[]>;
    named: Generated<boolean>;
    asked_id: string | null;
    deputy_id: string | null;
    voice: string | null;
    matters_source: string | null;
    laws: Generated<string[]>;
    life_areas: Generated<string[]>;
    snags: Generated<string[]>;
    stage: string | null;
    level: string | null;
    harm: Generated<boolean>;
    without_money: boolean | null;
    taken_by_id: string | null;
    released_at: Date;
    changed_at: Date;
    first_reply_at: Date | null;
    first_answer_at: Date | null;
    answer_due: Day | null;
    route_due: Day | null;
    checkpoint: Day | null;
    told_position: Generated<number>;
  };
  "learning.signal_fact": {
    municipality_id: string;
    signal_id: string;
    position: number;
    bringer_id: string;
    team_id: string;
    audience: string;
    readers: string[];
    addressed_to: string[];
    kind: string;
    content: Json;
    state: string;
    by_member: string;
    by_role: string;
    by_team: string;
    at: Date;
    deed: string;
  };
  "learning.text": {
    municipality_id: string;
    signal_id: string;
    position: number;
    part: string;
    bringer_id: string;
    team_id: string;
    audience: string;
    readers: string[];
    addressed_to: string[];
    author_id: string;
    content: string | null;
    shielded: Generated<boolean>;
    erased_at: Date | null;
  };
  "learning.tombstone": {
    municipality_id: string;
    id: string;
    object_kind: string;
    object_id: string;
    position: number | null;
    part: string;
    words_hash: Buffer;
    erased_at: Date;
    erased_by_role: string;
    ground: string;
  };
  "organisation.cleared_word": {
    municipality_id: string;
    id: string;
    word: string;
    month: Day;
  };
  "organisation.destruction": {
    municipality_id: string;
    id: string;
    batch_id: string;
    kind: string;
    pieces: number;
    oldest: Date;
    newest: Date;
    months: number;
    at: Date;
    by_member: string;
    by_role: string;
  };
  "organisation.excuse": {
    municipality_id: string;
    word: string;
    verdict: string;
    decided_at: Date;
  };
  "organisation.host": {
    name: string;
    municipality_id: string;
  };
  "organisation.invitation": {
    municipality_id: string;
    id: string;
    code_hash: Buffer;
    email: string;
    name: string;
    title: string;
    roles: string[];
    team_id: string;
    member_id: string | null;
    made_by: string | null;
    made_at: Date;
    ends_at: Date;
    wrong_tries: Generated<number>;
    used_at: Date | null;
  };
  "organisation.kept_post": {
    municipality_id: string;
    id: string;
    member_id: string;
    kept_at: Date;
    content: Buffer;
  };
  "organisation.mandate": {
    municipality_id: string;
    id: string;
    level: string | null;
    snag: string | null;
    owner_id: string;
    deputy_id: string | null;
    version: Generated<number>;
  };
  "organisation.member": {
    municipality_id: string;
    id: string;
    issuer: string;
    subject: string;
    name: string;
    title: string;
    roles: string[];
    team_id: string;
    other_team_ids: Generated<string[]>;
    laws: Generated<string[]>;
    language: Generated<string>;
    email: string | null;
    ended_at: Date | null;
    logged_out_at: Date | null;
    version: Generated<number>;
    mail_rhythm: Generated<string>;
  };
  "organisation.message": {
    municipality_id: string;
    id: string;
    member_id: string;
    kind: string;
    why: string;
    signal_id: string;
    position: number;
    at: Date;
    read_at: Date | null;
    mail: string | null;
    mail_id: string | null;
  };
  "organisation.municipality": {
    id: string;
    name: string;
    term_harm: Generated<number>;
    term_other: Generated<number>;
    language: Generated<string>;
    mail_rhythm: Generated<string>;
    theme: Json | null;
    version: Generated<number>;
  };
  "organisation.retention": {
    municipality_id: string;
    kind: string;
    months: number;
    reason: string | null;
    automatic: Generated<boolean>;
    changed_at: Date;
    changed_by: string;
  };
  "organisation.session": {
    municipality_id: string;
    token_hash: Buffer;
    member_id: string;
    role: string;
    represents: string | null;
    began_at: Date;
    seen_at: Date;
    form_hash: Buffer;
    acr: string | null;
    ended_at: Date | null;
  };
  "organisation.team": {
    municipality_id: string;
    id: string;
    name: string;
    kind: string;
    ended_at: Date | null;
    version: Generated<number>;
  };
  "organisation.woo_request": {
    municipality_id: string;
    id: string;
    received_on: Day;
    about: string;
    ended_on: Day | null;
    noted_by: string;
  };
  "trail.entry": {
    municipality_id: string;
    id: string;
    at: Date;
    action: string;
    object_kind: string;
    object_id: string;
    result: string;
    origin: string;
    actor_id: string;
    actor_role: string;
    represents: string | null;
    purpose: string;
    position: number | null;
    hash: Buffer | null;
  };
  "trail.head": {
    municipality_id: string;
    number: number;
    position: number;
    at: Date;
    hash: Buffer;
    previous: Buffer;
    key: Buffer;
    signature: Buffer;
  };
  "trail.mail": {
    municipality_id: string;
    id: string;
    member_id: string;
    kind: string;
    due_at: Date;
    try_at: Date;
    tries: Generated<number>;
    ended_at: Date | null;
    result: string | null;
  };
  "trail.outbox": {
    municipality_id: string;
    id: string;
    signal_id: string;
    position: number;
    kind: string;
    due_at: Date;
    delivered_at: Date | null;
  };
  "trail.review": {
    municipality_id: string;
    id: string;
    week: Day;
    entry_id: string | null;
    verdict: string;
    note: Generated<string>;
    at: Date;
    by_member: string;
  };
};
