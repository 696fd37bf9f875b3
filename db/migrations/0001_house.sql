-- The house: schemas per space, who works where, sessions, messages and the trail.
-- Roles are made by the administrator of the server before this runs (src/platform/roles.ts); this runs as haarvat_migrator.

create schema organisation;
comment on schema organisation is 'Municipalities, teams, members and their sessions.';
create schema draft;
comment on schema draft is 'What somebody writes and has not released.';
create schema learning;
comment on schema learning is 'The learning room: no column here holds, and no key leads to, an identifiable resident.';
create schema resident;
comment on schema resident is 'The resident''s space; its tables come with its own capability.';
create schema trail;
comment on schema trail is 'What was done and looked at, and what still has to be told.';
create schema source;
comment on schema source is 'National law, code lists and approaches; read by all, written by the importer.';

create table organisation.municipality (
  id uuid primary key,
  name text not null check (name <> ''),
  hosts text[] not null,
  term_harm int not null default 5 check (term_harm between 1 and 60),
  term_other int not null default 10 check (term_other between 1 and 60)
);
comment on table organisation.municipality is 'Found by host name before anybody is logged in, so exempt from the municipality setting.';
comment on column organisation.municipality.term_harm is 'Working days an owner has to answer a signal that harms somebody now.';
comment on column organisation.municipality.term_other is 'Working days an owner has to answer any other signal.';

create table organisation.team (
  municipality_id uuid not null references organisation.municipality (id),
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('access', 'department', 'outside')),
  primary key (municipality_id, id)
);

create table organisation.member (
  municipality_id uuid not null references organisation.municipality (id),
  id uuid not null,
  issuer text not null,
  subject text not null,
  name text not null check (name <> ''),
  title text not null,
  roles text[] not null check (cardinality(roles) > 0),
  team_id uuid not null,
  other_team_ids uuid[] not null default '{}',
  laws text[] not null default '{}',
  language text not null default 'nl' check (language in ('nl', 'en')),
  primary key (municipality_id, id),
  unique (municipality_id, issuer, subject),
  foreign key (municipality_id, team_id) references organisation.team (municipality_id, id)
);
comment on column organisation.member.title is 'What colleagues call this work, as in "teamleider Burgerzaken"; shown instead of a name.';
comment on column organisation.member.team_id is 'The team somebody''s words are shown with; other_team_ids are read along.';

create table organisation.session (
  municipality_id uuid not null,
  token_hash bytea not null,
  member_id uuid not null,
  role text not null,
  represents uuid,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, member_id) references organisation.member (municipality_id, id)
);
comment on column organisation.session.represents is 'For whom this person acts, as the Dutch OpenID Connect profile has it; a pseudonym, never a BSN.';

create table organisation.mandate (
  municipality_id uuid not null,
  id uuid not null,
  level text check (level in ('law', 'decree', 'bylaw', 'policy', 'instruction', 'habit')),
  snag text check (snag in ('rule', 'belief', 'system', 'budget', 'collaboration', 'culture', 'view', 'room')),
  owner_id uuid not null,
  deputy_id uuid,
  version int not null default 1,
  primary key (municipality_id, id),
  unique nulls not distinct (municipality_id, level, snag),
  foreign key (municipality_id, owner_id) references organisation.member (municipality_id, id),
  foreign key (municipality_id, deputy_id) references organisation.member (municipality_id, id),
  check (level is not null or snag is not null),
  check (deputy_id is distinct from owner_id)
);
comment on table organisation.mandate is 'Who can answer a signal that sticks there; an empty level or snag means any.';

create table organisation.message (
  municipality_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  why text not null,
  signal_id uuid not null,
  position int not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, member_id, signal_id, position, kind),
  foreign key (municipality_id, member_id) references organisation.member (municipality_id, id)
);
comment on table organisation.message is 'Something happened that one should know; codes only, the words stay where they were said.';
create index message_new on organisation.message (municipality_id, member_id, at desc);

create table trail.entry (
  municipality_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  action text not null,
  object_kind text not null,
  object_id uuid not null,
  result text not null,
  origin text not null,
  actor_id uuid not null,
  actor_role text not null,
  represents uuid,
  purpose text not null,
  primary key (municipality_id, id)
);
comment on table trail.entry is 'Every change, and every look at a draft or at a person''s data; ids and codes only, rows are only added.';

create table trail.outbox (
  municipality_id uuid not null,
  id uuid not null,
  signal_id uuid not null,
  position int not null,
  kind text not null,
  due_at timestamptz not null,
  delivered_at timestamptz,
  primary key (municipality_id, id)
);
comment on table trail.outbox is 'Written with every deed on a signal; the gate''s job tells whoever should know, half a minute later so that it can be undone.';
create index outbox_waiting on trail.outbox (municipality_id, due_at) where delivered_at is null;

grant usage on schema organisation, trail to haarvat_learning, haarvat_gate, haarvat_finder;
grant usage on schema learning to haarvat_learning, haarvat_gate, haarvat_finder;
grant usage on schema draft to haarvat_gate;
grant usage on schema resident to haarvat_resident, haarvat_gate;
grant usage on schema source to haarvat_learning, haarvat_resident, haarvat_gate;

alter table organisation.municipality enable row level security;
alter table organisation.municipality force row level security;
create policy found_by_host on organisation.municipality for select to haarvat_learning, haarvat_gate, haarvat_finder using (true);
grant select on organisation.municipality to haarvat_learning, haarvat_gate, haarvat_finder;

alter table organisation.team enable row level security;
alter table organisation.team force row level security;
create policy of_municipality on organisation.team for select to haarvat_learning, haarvat_gate, haarvat_finder
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
create policy added_by_import on organisation.team for insert to haarvat_gate
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
grant select on organisation.team to haarvat_learning, haarvat_gate, haarvat_finder;
grant insert on organisation.team to haarvat_gate;

alter table organisation.member enable row level security;
alter table organisation.member force row level security;
create policy of_municipality on organisation.member for select to haarvat_learning, haarvat_gate, haarvat_finder
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
create policy own_settings on organisation.member for update to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and id = nullif(current_setting('haarvat.member', true), '')::uuid);
grant select on organisation.member to haarvat_learning, haarvat_gate, haarvat_finder;
grant update (language) on organisation.member to haarvat_learning;

alter table organisation.session enable row level security;
alter table organisation.session force row level security;
create policy own_session on organisation.session to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and member_id = nullif(current_setting('haarvat.member', true), '')::uuid);
create policy found_by_token on organisation.session for select to haarvat_finder using (true);
grant select, insert, delete on organisation.session to haarvat_learning;
grant update (role, seen_at) on organisation.session to haarvat_learning;
grant select on organisation.session to haarvat_finder;

alter table organisation.mandate enable row level security;
alter table organisation.mandate force row level security;
create policy of_municipality on organisation.mandate for select to haarvat_learning, haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
create policy kept_by_facilitator_or_administrator on organisation.mandate to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) in ('facilitator', 'administrator'));
grant select, insert, update, delete on organisation.mandate to haarvat_learning;
grant select on organisation.mandate to haarvat_gate;

alter table organisation.message enable row level security;
alter table organisation.message force row level security;
create policy own_messages on organisation.message for select to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and member_id = nullif(current_setting('haarvat.member', true), '')::uuid);
create policy own_messages_read on organisation.message for update to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and member_id = nullif(current_setting('haarvat.member', true), '')::uuid);
create policy told_by_gate on organisation.message for insert to haarvat_gate
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
grant select on organisation.message to haarvat_learning;
grant update (read_at) on organisation.message to haarvat_learning;
grant insert on organisation.message to haarvat_gate;

alter table trail.entry enable row level security;
alter table trail.entry force row level security;
create policy written_with_the_deed on trail.entry for insert to haarvat_learning, haarvat_gate
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and actor_id = nullif(current_setting('haarvat.member', true), '')::uuid);
grant insert on trail.entry to haarvat_learning, haarvat_gate;

alter table trail.outbox enable row level security;
alter table trail.outbox force row level security;
create policy written_with_the_deed on trail.outbox for insert to haarvat_learning, haarvat_gate
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
create policy delivered_by_gate on trail.outbox for select to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
create policy marked_by_gate on trail.outbox for update to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
grant insert on trail.outbox to haarvat_learning, haarvat_gate;
grant select on trail.outbox to haarvat_gate;
grant update (delivered_at) on trail.outbox to haarvat_gate;

-- Who holds this token, before anything about that person is known; nothing is found without the secret itself.
create function organisation.whose_session(municipality uuid, token bytea)
  returns table (member_id uuid, role text, represents uuid, began_at timestamptz, seen_at timestamptz,
    name text, title text, roles text[], team_id uuid, other_team_ids uuid[], team_name text, laws text[], language text)
  language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.member_id, s.role, s.represents, s.began_at, s.seen_at, m.name, m.title, m.roles, m.team_id, m.other_team_ids, t.name, m.laws, m.language
    from organisation.session s
    join organisation.member m on m.municipality_id = s.municipality_id and m.id = s.member_id
    join organisation.team t on t.municipality_id = m.municipality_id and t.id = m.team_id
    where s.municipality_id = municipality and s.token_hash = token;
end $$;
create policy found_with_session on organisation.member for select to haarvat_finder using (true);
create policy found_with_session on organisation.team for select to haarvat_finder using (true);
revoke execute on function organisation.whose_session from public;
grant execute on function organisation.whose_session to haarvat_learning;
grant create on schema organisation to haarvat_finder;
alter function organisation.whose_session owner to haarvat_finder;
revoke create on schema organisation from haarvat_finder;
