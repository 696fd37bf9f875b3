-- Logging in at the municipality's own provider: hosts, invitations, what a session needs for it, and posts that came after it.

create table organisation.host (
  name text primary key check (name = lower(name) and name <> ''),
  municipality_id uuid not null references organisation.municipality (id)
);
comment on table organisation.host is 'A host name belongs to one municipality. Read before anybody is logged in, so exempt from the municipality setting.';
insert into organisation.host (name, municipality_id) select distinct lower(unnest(hosts)), id from organisation.municipality;
alter table organisation.municipality drop column hosts;
alter table organisation.host enable row level security;
alter table organisation.host force row level security;
create policy found_by_host on organisation.host for select to haarvat_learning, haarvat_gate using (true);
grant select on organisation.host to haarvat_learning, haarvat_gate;

alter table organisation.member
  add column email text check (email <> ''),
  add column ended_at timestamptz,
  add column logged_out_at timestamptz;
comment on column organisation.member.email is 'Where messages go; empty: none are sent.';
comment on column organisation.member.ended_at is 'Somebody who left: no session, no message, not offered as colleague. The row stays, because signals point at it.';
comment on column organisation.member.logged_out_at is 'Sessions that began up to this moment have ended, wherever they are.';
-- Made and bound by accepting an invitation, as oneself; what somebody may do is never changed from the learning room.
create policy comes_in on organisation.member for insert to haarvat_gate
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and id = nullif(current_setting('haarvat.member', true), '')::uuid);
create policy comes_in_again on organisation.member for update to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and id = nullif(current_setting('haarvat.member', true), '')::uuid);
create policy logged_out_by_administrator on organisation.member for update to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'administrator');
grant insert on organisation.member to haarvat_gate;
grant update (issuer, subject, name, title, roles, team_id, email, ended_at) on organisation.member to haarvat_gate;
grant update (logged_out_at) on organisation.member to haarvat_learning;

create table organisation.invitation (
  municipality_id uuid not null references organisation.municipality (id),
  id uuid not null,
  code_hash bytea not null,
  email text not null check (email <> ''),
  name text not null check (name <> ''),
  title text not null,
  roles text[] not null check (cardinality(roles) > 0),
  team_id uuid not null,
  member_id uuid,
  made_by uuid,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  wrong_tries int not null default 0,
  used_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, team_id) references organisation.team (municipality_id, id),
  foreign key (municipality_id, member_id) references organisation.member (municipality_id, id),
  foreign key (municipality_id, made_by) references organisation.member (municipality_id, id)
);
comment on table organisation.invitation is 'Lets one person in, once, within 24 hours. The address holds its id; the code, of which only the hash is here, is typed.';
comment on column organisation.invitation.member_id is 'Whose login is bound anew, as after a change of provider; empty: a new member is made.';
comment on column organisation.invitation.made_by is 'The administrator who invited; empty: somebody at the command line.';
alter table organisation.invitation enable row level security;
alter table organisation.invitation force row level security;
create policy kept_by_administrator on organisation.invitation to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'administrator');
create policy shown_at_the_door on organisation.invitation for select to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
create policy used_at_the_door on organisation.invitation for update to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid);
grant select, insert, delete on organisation.invitation to haarvat_learning;
grant select on organisation.invitation to haarvat_gate;
grant update (wrong_tries, used_at) on organisation.invitation to haarvat_gate;

-- Everybody logs in once more: a session now also knows the forms it gave out.
delete from organisation.session;
alter table organisation.session
  add column form_hash bytea not null,
  add column acr text,
  add column ended_at timestamptz;
comment on column organisation.session.form_hash is 'Of what its forms carry, so that a form that comes after the end is known to be this person''s.';
comment on column organisation.session.acr is 'The level of assurance the provider gave.';
create index session_by_form on organisation.session (municipality_id, form_hash);
create policy swept on organisation.session to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid and current_setting('haarvat.role', true) = 'job');
revoke delete on organisation.session from haarvat_learning;
grant update (ended_at) on organisation.session to haarvat_learning;
grant select (municipality_id, seen_at), delete on organisation.session to haarvat_gate;

create table organisation.kept_post (
  municipality_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kept_at timestamptz not null,
  content bytea not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, member_id) references organisation.member (municipality_id, id)
);
comment on table organisation.kept_post is 'What somebody sent after the session had ended: encrypted, for the same member, an hour.';
create index kept_post_of_member on organisation.kept_post (municipality_id, member_id);
alter table organisation.kept_post enable row level security;
alter table organisation.kept_post force row level security;
create policy own_posts on organisation.kept_post to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and member_id = nullif(current_setting('haarvat.member', true), '')::uuid);
create policy swept on organisation.kept_post to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid and current_setting('haarvat.role', true) = 'job');
grant select, insert, delete on organisation.kept_post to haarvat_learning;
grant update (content, kept_at) on organisation.kept_post to haarvat_learning;
grant select (municipality_id, kept_at), delete on organisation.kept_post to haarvat_gate;

-- As before, but for nobody who left, and for no session that was ended.
drop function organisation.whose_session;
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
    where s.municipality_id = municipality and s.token_hash = token
      and s.ended_at is null and m.ended_at is null and (m.logged_out_at is null or s.began_at > m.logged_out_at);
end $$;
comment on function organisation.whose_session is 'Who holds this token, before anything about that person is known; nothing is found without the secret itself.';

create function organisation.whose_form(municipality uuid, form bytea)
  returns table (member_id uuid, role text, team_id uuid)
  language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.member_id, s.role, m.team_id
    from organisation.session s
    join organisation.member m on m.municipality_id = s.municipality_id and m.id = s.member_id
    where s.municipality_id = municipality and s.form_hash = form and m.ended_at is null;
end $$;
comment on function organisation.whose_form is 'Whose form this is, also after the session ended: what was typed in it is kept for that person and nobody else.';

revoke execute on function organisation.whose_session, organisation.whose_form from public;
grant execute on function organisation.whose_session, organisation.whose_form to haarvat_learning;
grant create on schema organisation to haarvat_finder;
alter function organisation.whose_session owner to haarvat_finder;
alter function organisation.whose_form owner to haarvat_finder;
revoke create on schema organisation from haarvat_finder;

-- The block of 0005_migrator.sql.
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
