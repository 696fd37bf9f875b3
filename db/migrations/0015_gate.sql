-- The gate: what a writer says is nobody, whom a writer asks to read along, and which words a municipality no longer asks about.

alter table draft.draft add column cleared text[] not null default '{}';
comment on column draft.draft.cleared is 'Doubtful words of which the writer said that they are nobody, folded; they are not asked again in this text.';

create table draft.second_look (
  municipality_id uuid not null,
  draft_id uuid not null,
  team_id uuid not null,
  asked_by uuid not null,
  reader_id uuid not null,
  asked_at timestamptz not null,
  verdict text check (verdict in ('nobody', 'somebody')),
  words text check (length(words) <= 1000),
  answered_at timestamptz,
  seen_version int,
  primary key (municipality_id, draft_id),
  foreign key (municipality_id, draft_id) references draft.draft (municipality_id, id) on delete cascade,
  foreign key (municipality_id, reader_id) references organisation.member (municipality_id, id),
  foreign key (municipality_id, asked_by) references organisation.member (municipality_id, id),
  check ((verdict is null) = (answered_at is null)),
  check ((verdict is null) = (seen_version is null)),
  check (words is null or verdict = 'somebody')
);
comment on table draft.second_look is 'A colleague of the team who is asked whether somebody can be recognised in a draft, and what they said; it goes with the draft.';
comment on column draft.second_look.words is 'Which words lead to somebody, as the second reader says it.';
comment on column draft.second_look.seen_version is 'The version of the draft that was read; what changed since was not.';
create index second_look_of_reader on draft.second_look (municipality_id, reader_id);

create table organisation.cleared_word (
  municipality_id uuid not null,
  id uuid not null,
  word text not null check (word <> '' and length(word) <= 100),
  month date not null,
  primary key (municipality_id, id)
);
comment on table organisation.cleared_word is 'A doubtful word that a writer cleared in a text that was shared: one row for a text and word, without which text or who. Gone after a year, or once it is decided on.';
comment on column organisation.cleared_word.month is 'The first day of the month; the day itself would lead to a text.';
create index cleared_word_by_word on organisation.cleared_word (municipality_id, word);

create table organisation.excuse (
  municipality_id uuid not null,
  word text not null check (word <> '' and length(word) <= 100),
  verdict text not null check (verdict in ('accepted', 'refused')),
  decided_at timestamptz not null,
  primary key (municipality_id, word)
);
comment on table organisation.excuse is 'A word that is no longer asked about in this municipality (accepted), or that goes on being asked (refused).';

do $$
declare
  here constant text := $p$municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid$p$;
  me constant text := $p$nullif(current_setting('haarvat.member', true), '')::uuid$p$;
  role constant text := $p$current_setting('haarvat.role', true)$p$;
  team constant text := $p$(team_id = any (nullif(current_setting('haarvat.teams', true), '')::uuid[])
    and current_setting('haarvat.role', true) in ('professional', 'official', 'advocate', 'facilitator'))$p$;
  kept text;
begin
  foreach kept in array array['draft.second_look', 'organisation.cleared_word', 'organisation.excuse'] loop
    execute format('alter table %s enable row level security', kept);
    execute format('alter table %s force row level security', kept);
  end loop;
  -- As the draft itself, but for an administrator, who sees nothing of it.
  execute format('create policy asked_or_team on draft.second_look for select to haarvat_gate using (%s and %s is distinct from ''administrator'' and (asked_by = %s or reader_id = %s or %s))', here, role, me, me, team);
  execute format('create policy asked_by_writer on draft.second_look for insert to haarvat_gate with check (%s and %s is distinct from ''administrator'' and asked_by = %s)', here, role, me);
  execute format('create policy answered_by_reader on draft.second_look for update to haarvat_gate using (%s and %s is distinct from ''administrator'' and reader_id = %s)', here, role, me);
  execute format('create policy asked_anew on draft.second_look for delete to haarvat_gate using (%s and %s is distinct from ''administrator'' and (asked_by = %s or %s))', here, role, me, team);
  execute format('create policy kept_by on draft.second_look to haarvat_keeper using (%s and %s in (''privacy-officer'', ''job''))', here, role);
  execute format('create policy cleared_by_writer on organisation.cleared_word for insert to haarvat_gate with check (%s)', here);
  execute format('create policy weighed on organisation.cleared_word for select to haarvat_gate using (%s and %s in (''facilitator'', ''privacy-officer'', ''job''))', here, role);
  execute format('create policy weighed_or_old on organisation.cleared_word for delete to haarvat_gate using (%s and %s in (''facilitator'', ''privacy-officer'', ''job''))', here, role);
  execute format('create policy kept_by on organisation.cleared_word to haarvat_keeper using (%s and %s in (''privacy-officer'', ''job''))', here, role);
  execute format('create policy known on organisation.excuse for select to haarvat_gate using (%s)', here);
  execute format('create policy decided on organisation.excuse for insert to haarvat_gate with check (%s and %s in (''facilitator'', ''privacy-officer''))', here, role);
  execute format('create policy decided_anew on organisation.excuse for delete to haarvat_gate using (%s and %s in (''facilitator'', ''privacy-officer''))', here, role);
end $$;

grant select, insert, delete on draft.second_look to haarvat_gate;
grant update (verdict, words, answered_at, seen_version) on draft.second_look to haarvat_gate;
grant select, delete on draft.second_look to haarvat_keeper;
grant select, insert, delete on organisation.cleared_word to haarvat_gate;
grant select, delete on organisation.cleared_word to haarvat_keeper;
grant select, insert, delete on organisation.excuse to haarvat_gate;
grant update (cleared) on draft.draft to haarvat_keeper;

-- An owner under forced row-level security changes nothing, silently: so the migrator has a policy of its own on every table.
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
