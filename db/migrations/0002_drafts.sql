-- What somebody writes before release; only the gate reads or writes it.

create table draft.draft (
  municipality_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  content jsonb not null,
  version int not null default 1,
  saved_at timestamptz not null,
  removed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, member_id) references organisation.member (municipality_id, id),
  foreign key (municipality_id, team_id) references organisation.team (municipality_id, id)
);
comment on table draft.draft is 'A signal being written: readable by whoever writes it and that person''s team, by nobody else.';
comment on column draft.draft.member_id is 'Who writes it now; a team member may take it over.';
comment on column draft.draft.content is 'The words and marks as typed so far (src/gate/drafts/draft.ts, DraftContent).';
comment on column draft.draft.removed_at is 'Thrown away or released; brought back within half a minute, afterwards the gate''s job deletes the row.';
create index draft_of_team on draft.draft (municipality_id, team_id, saved_at desc);
create index draft_of_member on draft.draft (municipality_id, member_id);
create index draft_removed on draft.draft (municipality_id, removed_at) where removed_at is not null;

alter table draft.draft enable row level security;
alter table draft.draft force row level security;
create policy writer_and_team on draft.draft to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and (member_id = nullif(current_setting('haarvat.member', true), '')::uuid
      or (team_id = any (nullif(current_setting('haarvat.teams', true), '')::uuid[])
        and current_setting('haarvat.role', true) in ('professional', 'official', 'advocate', 'facilitator'))))
  with check (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and member_id = nullif(current_setting('haarvat.member', true), '')::uuid);
create policy swept_by_job on draft.draft for delete to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job' and removed_at is not null);
create policy seen_by_job on draft.draft for select to haarvat_gate
  using (municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) = 'job' and removed_at is not null);
grant select, insert, update, delete on draft.draft to haarvat_gate;
