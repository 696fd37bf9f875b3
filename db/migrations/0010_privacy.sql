-- Erasing, keeping and reviewing: what the privacy officer does. A text that is erased keeps its row without its words; a keyed hash of the words
-- stays apart, so that an older file never brings them back. Facts, trail and numbering stay whole.

alter table learning.text alter column content drop not null;
alter table learning.text add column erased_at timestamptz;
alter table learning.text add constraint words_or_erased check ((content is null) = (erased_at is not null));
comment on column learning.text.erased_at is 'The words are gone for good since then; where they stood and who said them stays.';

alter table draft.draft add column erased_at timestamptz;
comment on column draft.draft.erased_at is 'The words were erased; the row stays for a while, so that a page that is still open does not bring them back.';

create table learning.tombstone (
  municipality_id uuid not null,
  id uuid not null,
  object_kind text not null check (object_kind in ('signal', 'draft')),
  object_id uuid not null,
  position int,
  part text not null check (part in ('sentence', 'story', 'matters', 'reply', 'answer', 'reason')),
  words_hash bytea not null,
  erased_at timestamptz not null,
  erased_by_role text not null,
  ground text not null check (ground in ('recognisable', 'asked', 'unlawful', 'duty')),
  primary key (municipality_id, id)
);
comment on table learning.tombstone is 'Which text was erased, when, by which role and on what ground; rows are only added.';
comment on column learning.tombstone.words_hash is 'HMAC of the words under a key outside the database (src/gate/erase/words-hash.ts); compared when a file is read in.';
create index tombstone_words on learning.tombstone (municipality_id, words_hash);

create table organisation.retention (
  municipality_id uuid not null,
  kind text not null,
  months int not null check (months between 1 and 1200),
  reason text,
  automatic boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (municipality_id, kind),
  foreign key (municipality_id, changed_by) references organisation.member (municipality_id, id)
);
comment on table organisation.retention is 'Terms of this municipality where they differ from src/gate/retention/terms.ts, and whether what is over its term goes by itself.';

create table organisation.woo_request (
  municipality_id uuid not null,
  id uuid not null,
  received_on date not null,
  about text not null check (about <> ''),
  ended_on date check (ended_on >= received_on),
  noted_by uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, noted_by) references organisation.member (municipality_id, id)
);
comment on table organisation.woo_request is 'A request under the Wet open overheid; while one is pending nothing is destroyed.';
comment on column organisation.woo_request.about is 'In neutral words: about what, never who asks.';

create table organisation.destruction (
  municipality_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  kind text not null,
  pieces int not null check (pieces > 0),
  oldest timestamptz not null,
  newest timestamptz not null,
  months int not null,
  at timestamptz not null,
  by_member uuid not null,
  by_role text not null,
  primary key (municipality_id, id)
);
comment on table organisation.destruction is 'Declaration of destruction: what kind, how many, from which period, by which term; rows are only added and never go.';
create index destruction_newest on organisation.destruction (municipality_id, at desc);

create table trail.review (
  municipality_id uuid not null,
  id uuid not null,
  week date not null,
  entry_id uuid,
  verdict text not null check (verdict in ('in-order', 'asked', 'week-done')),
  note text not null default '',
  at timestamptz not null,
  by_member uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, by_member) references organisation.member (municipality_id, id),
  check ((entry_id is null) = (verdict = 'week-done'))
);
comment on table trail.review is 'What the privacy officer found of a look, and that the looks of a week were reviewed (BIO 8.15); rows are only added.';
comment on column trail.review.week is 'The Monday of the week.';
create index review_of_week on trail.review (municipality_id, week, at);

-- Taking words away and destroying is for a role of its own, haarvat_keeper: neither the learning room nor the gate may. Whoever uses it acts as
-- the privacy officer, or as the job that keeps the terms.
grant usage on schema organisation, draft, learning, trail to haarvat_keeper;

do $$
declare
  here constant text := $p$municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid$p$;
  me constant text := $p$nullif(current_setting('haarvat.member', true), '')::uuid$p$;
  officer constant text := $p$current_setting('haarvat.role', true) = 'privacy-officer'$p$;
  keeper constant text := $p$current_setting('haarvat.role', true) in ('privacy-officer', 'job')$p$;
  kept text;
begin
  foreach kept in array array['learning.tombstone', 'organisation.retention', 'organisation.woo_request', 'organisation.destruction', 'trail.review'] loop
    execute format('alter table %s enable row level security', kept);
    execute format('alter table %s force row level security', kept);
  end loop;
  foreach kept in array array['organisation.member', 'organisation.team'] loop
    execute format('create policy named_for_keeper on %s for select to haarvat_keeper using (%s and %s)', kept, here, keeper);
  end loop;
  foreach kept in array array['organisation.message', 'trail.outbox', 'draft.draft', 'learning.signal', 'learning.signal_fact',
    'learning.text', 'learning.addressed'] loop
    execute format('create policy kept_by on %s to haarvat_keeper using (%s and %s) with check (%s and %s)', kept, here, keeper, here, keeper);
  end loop;
  foreach kept in array array['learning.tombstone', 'organisation.retention', 'organisation.woo_request'] loop
    execute format('create policy kept_by on %s to haarvat_keeper using (%s and %s) with check (%s and %s)', kept, here, keeper, here, officer);
  end loop;
  execute format('create policy declared_by on organisation.destruction to haarvat_keeper using (%s and %s) with check (%s and %s)', here, keeper, here, keeper);
  execute format('create policy written_by_keeper on trail.entry for insert to haarvat_keeper with check (%s and %s and actor_id = %s)', here, keeper, me);
  execute format('create policy reviewed_by on trail.review to haarvat_learning using (%s and %s) with check (%s and %s and by_member = %s)', here, officer, here, officer, me);
  -- Whoever reads in a file through the gate compares with what was erased.
  execute format('create policy compared on learning.tombstone for select to haarvat_gate using (%s)', here);
end $$;

grant select on organisation.member, organisation.team, draft.draft, learning.signal, learning.signal_fact, learning.text, learning.addressed,
  learning.tombstone, organisation.retention, organisation.woo_request, organisation.destruction, trail.outbox to haarvat_keeper;
grant select (municipality_id, id, signal_id, read_at), delete on organisation.message to haarvat_keeper;
grant insert, delete on trail.outbox to haarvat_keeper;
grant update (delivered_at) on trail.outbox to haarvat_keeper;
grant delete on draft.draft, learning.signal, learning.signal_fact, learning.text, learning.addressed to haarvat_keeper;
grant update (content, version, removed_at, erased_at) on draft.draft to haarvat_keeper;
grant update (state, version, changed_at) on learning.signal to haarvat_keeper;
grant insert on learning.signal_fact, learning.text, learning.tombstone, organisation.retention, organisation.woo_request, organisation.destruction to haarvat_keeper;
grant update (content, erased_at, shielded) on learning.text to haarvat_keeper;
grant update (months, reason, automatic, changed_at, changed_by) on organisation.retention to haarvat_keeper;
grant update (ended_on) on organisation.woo_request to haarvat_keeper;
grant insert (municipality_id, id, at, action, object_kind, object_id, result, origin, actor_id, actor_role, represents, purpose) on trail.entry to haarvat_keeper;
grant select on learning.tombstone to haarvat_gate;
grant select, insert on trail.review to haarvat_learning;

do $$
declare kept record;
begin
  for kept in select schemaname, tablename from pg_tables
    where schemaname in ('organisation', 'draft', 'learning', 'resident', 'trail', 'source')
      and not exists (select from pg_policies p where p.schemaname = pg_tables.schemaname and p.tablename = pg_tables.tablename and p.policyname = 'migrated')
  loop
    execute format('create policy migrated on %I.%I to haarvat_migrator using (true) with check (true)', kept.schemaname, kept.tablename);
  end loop;
end $$;
