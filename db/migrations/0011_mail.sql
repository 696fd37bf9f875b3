-- E-mail: the rhythm in which somebody wants it, and what still has to go out. Never words, and no address: that is looked up at the moment of sending.

alter table organisation.member add column mail_rhythm text not null default 'daily' check (mail_rhythm in ('daily', 'at-once', 'none'));
comment on column organisation.member.mail_rhythm is 'daily: one e-mail each working day, and at once what is addressed to this person; at-once: everything at once; none: no e-mail.';
grant update (mail_rhythm) on organisation.member to haarvat_learning;

create table trail.mail (
  municipality_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('at-once', 'digest')),
  due_at timestamptz not null,
  try_at timestamptz not null,
  tries int not null default 0,
  ended_at timestamptz,
  result text check (result in ('sent', 'nothing-left', 'not-wanted', 'no-address', 'refused', 'given-up')),
  primary key (municipality_id, id),
  foreign key (municipality_id, member_id) references organisation.member (municipality_id, id),
  check ((ended_at is null) = (result is null))
);
comment on table trail.mail is 'Written in the transaction that makes the messages; a job sends it. At most one of a kind waits for a member: what comes meanwhile is told with it, or in the next.';
comment on column trail.mail.due_at is 'When it should go out.';
comment on column trail.mail.try_at is 'Not before this moment: moved ahead at every try, so that no two processes send the same and a failed one waits.';
comment on column trail.mail.ended_at is 'When it was sent, or when it became clear that it will not be; result says which.';
create unique index mail_waiting on trail.mail (municipality_id, member_id, kind) where ended_at is null;
create index mail_to_try on trail.mail (municipality_id, try_at) where ended_at is null;
create index mail_of_member on trail.mail (municipality_id, member_id, ended_at desc);

alter table organisation.message
  add column mail text check (mail in ('at-once', 'digest')),
  add column mail_id uuid,
  add constraint message_mail foreign key (municipality_id, mail_id) references trail.mail (municipality_id, id);
comment on column organisation.message.mail is 'With which e-mail it is told besides; empty: with none.';
comment on column organisation.message.mail_id is 'The e-mail that told it; empty until that one is first tried.';
create index message_to_mail on organisation.message (municipality_id, member_id, mail) where mail_id is null and read_at is null and mail is not null;
create index message_of_mail on organisation.message (municipality_id, mail_id) where mail_id is not null;

-- The gate's job counts what an e-mail is about; which fact of which signal it was about stays what one's own page says.
create policy counted_by_gate on organisation.message for select to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
create policy mailed_by_gate on organisation.message for update to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
grant select (municipality_id, id, member_id, signal_id, read_at, mail, mail_id) on organisation.message to haarvat_gate;
grant update (mail, mail_id) on organisation.message to haarvat_gate;

alter table trail.mail enable row level security;
alter table trail.mail force row level security;
create policy written_by_gate on trail.mail for insert to haarvat_gate
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
create policy sent_by_gate on trail.mail for select to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
create policy marked_by_gate on trail.mail for update to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
create policy swept_by_gate on trail.mail for delete to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job');
create policy own_mail on trail.mail for select to haarvat_learning
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and member_id = nullif(current_setting('haarvat.member', true), '')::uuid);
grant insert, select, delete on trail.mail to haarvat_gate;
grant update (try_at, tries, ended_at, result) on trail.mail to haarvat_gate;
grant select on trail.mail to haarvat_learning;

-- As in 0005_migrator.sql.
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
