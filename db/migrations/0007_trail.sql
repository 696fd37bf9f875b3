-- The trail, sealed: a job gives each committed entry its place in a chain of hashes and signs where the chain stands.
alter table trail.entry
  add column position bigint check (position > 0),
  add column hash bytea check (octet_length(hash) = 32),
  add constraint sealed_whole check ((position is null) = (hash is null)),
  add constraint entry_result check (result in ('done', 'refused')),
  add constraint entry_origin check (origin in ('web', 'job', 'command'));
comment on table trail.entry is 'Every change, and every look at a draft or at a person''s data; ids and codes only. Rows are added, sealed once and never changed.';
comment on column trail.entry.position is 'Its place in the chain of the municipality, from 1 without a gap; empty until it is sealed.';
comment on column trail.entry.hash is 'SHA-256 over the entry, its position and the hash before it (src/platform/trail/chain.ts).';
create unique index entry_sealed on trail.entry (municipality_id, position) where position is not null;
create index entry_unsealed on trail.entry (municipality_id, at, id) where position is null;
create index entry_of_object on trail.entry (municipality_id, object_id, at desc);
create index entry_of_person on trail.entry (municipality_id, actor_id, at desc);
create index entry_by_action on trail.entry (municipality_id, action, at desc);

create table trail.head (
  municipality_id uuid not null,
  number bigint not null check (number > 0),
  position bigint not null check (position > 0),
  at timestamptz not null,
  hash bytea not null check (octet_length(hash) = 32),
  previous bytea not null check (octet_length(previous) = 32),
  key bytea not null check (octet_length(key) = 32),
  signature bytea not null check (octet_length(signature) = 64),
  primary key (municipality_id, number)
);
comment on table trail.head is 'Where the chain of the trail stood after each batch, signed; rows are only added, and kept outside the database as well.';
comment on column trail.head.position is 'The last entry it covers, and with it all before.';
comment on column trail.head.hash is 'The hash of that entry.';
comment on column trail.head.previous is 'SHA-256 over the head before it, its signature included.';
comment on column trail.head.key is 'The public key (Ed25519) it is signed with.';

-- Sealing is for a job only, and only what is not sealed yet; whoever writes an entry can not seal it.
revoke insert on trail.entry from haarvat_learning, haarvat_gate;
grant insert (municipality_id, id, at, action, object_kind, object_id, result, origin, actor_id, actor_role, represents, purpose)
  on trail.entry to haarvat_learning, haarvat_gate;
create policy read_by_sealer on trail.entry for select to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
create policy sealed_once on trail.entry for update to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job' and position is null)
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job' and position is not null);
create policy reviewed_by_privacy_officer on trail.entry for select to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'privacy-officer');
grant select on trail.entry to haarvat_learning, haarvat_gate;
grant update (position, hash) on trail.entry to haarvat_gate;

alter table trail.head enable row level security;
alter table trail.head force row level security;
create policy read_by_sealer on trail.head for select to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
create policy signed_by_sealer on trail.head for insert to haarvat_gate
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
create policy reviewed_by_privacy_officer on trail.head for select to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'privacy-officer');
grant select on trail.head to haarvat_learning, haarvat_gate;
grant insert on trail.head to haarvat_gate;

-- An owner under forced row-level security changes nothing, silently: so the migrator has a policy of its own on every table.
-- Run again by every migration that adds a table.
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
