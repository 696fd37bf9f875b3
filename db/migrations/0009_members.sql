-- What an administrator keeps: members, teams and the settings of the municipality.

alter table organisation.municipality
  add column language text not null default 'nl' check (language in ('nl', 'en')),
  add column mail_rhythm text not null default 'daily' check (mail_rhythm in ('daily', 'at-once')),
  add column theme jsonb,
  add column version int not null default 1;
comment on column organisation.municipality.language is 'For whom neither chose a language nor has one of ours in the browser.';
comment on column organisation.municipality.mail_rhythm is 'With which rhythm of e-mail somebody begins; afterwards it is their own.';
comment on column organisation.municipality.theme is 'Values of basis tokens by scheme (src/ui/theme); read as strictly as what comes in, and empty: Haarvat''s own.';
alter table organisation.team
  add column ended_at timestamptz,
  add column version int not null default 1;
comment on column organisation.team.ended_at is 'Nobody works there any more; the row stays, because signals point at it.';
alter table organisation.member
  add column version int not null default 1;
create index member_by_name on organisation.member (municipality_id, name, id);

-- Changed through the gate and not from the learning room: there everybody may change their own language, and a right on a column is not a right on a row.
do $$
declare
  here constant text := $p$municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid$p$;
  keeps constant text := $p$current_setting('haarvat.role', true) = 'administrator'$p$;
  seen constant text := $p$current_setting('haarvat.role', true) is distinct from 'administrator'$p$;
  invited constant text := $p$id = nullif(current_setting('haarvat.member', true), '')::uuid and current_setting('haarvat.role', true) = 'invited'$p$;
  kept text;
begin
  create policy kept_by_administrator on organisation.municipality for update to haarvat_gate
    using (id = nullif(current_setting('haarvat.municipality', true), '')::uuid and current_setting('haarvat.role', true) = 'administrator');
  execute format('create policy added_by_administrator on organisation.team for insert to haarvat_gate with check (%s and %s)', here, keeps);
  execute format('create policy changed_by_administrator on organisation.team for update to haarvat_gate using (%s and %s)', here, keeps);
  execute format('create policy changed_by_administrator on organisation.member for update to haarvat_gate using (%s and %s)', here, keeps);
  execute format('create policy made_by_administrator on organisation.invitation for insert to haarvat_gate with check (%s and %s)', here, keeps);
  execute format('create policy taken_by_administrator on organisation.invitation for delete to haarvat_gate using (%s and %s)', here, keeps);
  -- Who accepts an invitation writes their own row, in that transaction alone: no session has this role.
  execute format('alter policy comes_in on organisation.member with check (%s and %s)', here, invited);
  execute format('alter policy comes_in_again on organisation.member using (%s and %s)', here, invited);
  -- Signals that are read in bring the teams they came from, which are elsewhere.
  drop policy added_by_import on organisation.team;
  execute format($p$create policy added_by_import on organisation.team for insert to haarvat_gate
    with check (%s and kind = 'outside' and current_setting('haarvat.role', true) = 'facilitator')$p$, here);
  -- As in the learning room: whoever keeps members and teams sees no content, by no way.
  foreach kept in array array['signal', 'signal_fact', 'text', 'addressed'] loop
    execute format('alter policy of_municipality on learning.%I using (%s and %s)', kept, here, seen);
  end loop;
end $$;
grant insert, delete on organisation.invitation to haarvat_gate;
grant update (term_harm, term_other, language, mail_rhythm, theme, version) on organisation.municipality to haarvat_gate;
grant update (name, kind, ended_at, version) on organisation.team to haarvat_gate;
grant update (name, title, roles, team_id, other_team_ids, laws, language, email, ended_at, logged_out_at, version) on organisation.member to haarvat_gate;
