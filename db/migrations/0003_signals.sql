-- The learning room: a signal holds codes and states, its words are rows of their own, what happened is only ever added.

create table learning.signal (
  municipality_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('stuck', 'works', 'around')),
  state text not null check (state in ('open', 'answered', 'tried', 'held', 'fallen-back', 'refused', 'withdrawn', 'stays',
    'taken-up', 'held-there', 'not-here')),
  version int not null default 1,
  bringer_id uuid not null,
  bringer_role text not null,
  team_id uuid not null,
  audience text not null check (audience in ('bringer', 'chosen', 'team', 'everyone')),
  readers uuid[] not null default '{}',
  addressed_to uuid[] not null default '{}',
  named boolean not null default false,
  asked_id uuid,
  deputy_id uuid,
  voice text check (voice in ('resident', 'confidant', 'professional')),
  matters_source text check (matters_source in ('said', 'as-i-think', 'not-asked')),
  laws text[] not null default '{}',
  life_areas text[] not null default '{}',
  snags text[] not null default '{}' check (snags <@ array['rule', 'belief', 'system', 'budget', 'collaboration', 'culture', 'view', 'room']),
  stage text check (stage in ('finding', 'first-contact', 'inquiry', 'decision', 'support', 'change-or-end')),
  level text check (level in ('law', 'decree', 'bylaw', 'policy', 'instruction', 'habit')),
  harm boolean not null default false,
  without_money boolean,
  taken_by_id uuid,
  released_at timestamptz not null,
  changed_at timestamptz not null,
  first_reply_at timestamptz,
  first_answer_at timestamptz,
  answer_due date,
  route_due date,
  checkpoint date,
  told_position int not null default 0,
  primary key (municipality_id, id),
  foreign key (municipality_id, team_id) references organisation.team (municipality_id, id),
  foreign key (municipality_id, bringer_id) references organisation.member (municipality_id, id)
);
comment on table learning.signal is 'Something that got stuck, went well or was worked around, released by its bringer; its words are in learning.text.';
comment on column learning.signal.bringer_id is 'Decides rights only; a page shows role and team, and the name when named is true.';
comment on column learning.signal.audience is 'For whom it was released; only the bringer widens it. bringer: withdrawn, for nobody else any more.';
comment on column learning.signal.addressed_to is 'Members asked to answer; only ever grows.';
comment on column learning.signal.asked_id is 'Who has to answer now.';
comment on column learning.signal.route_due is 'Nobody could be asked: on this day it comes to the facilitator.';
comment on column learning.signal.told_position is 'Up to which fact the bringer told the resident whose voice this is.';
create index signal_newest on learning.signal (municipality_id, released_at desc, id desc);
create index signal_of_team on learning.signal (municipality_id, team_id, released_at desc, id desc);
create index signal_of_bringer on learning.signal (municipality_id, bringer_id, released_at desc, id desc);
create index signal_in_state on learning.signal (municipality_id, state, released_at desc, id desc);
create index signal_in_stage on learning.signal (municipality_id, stage, released_at desc, id desc);
create index signal_harming on learning.signal (municipality_id, released_at desc, id desc) where harm;
create index signal_late on learning.signal (municipality_id, released_at desc, id desc) where answer_due is not null;
create index signal_due on learning.signal (municipality_id, answer_due, id) where answer_due is not null;
create index signal_late_of_team on learning.signal (municipality_id, team_id, answer_due) where answer_due is not null;
create index signal_taken on learning.signal (municipality_id, taken_by_id) where taken_by_id is not null;
create index signal_checkpoint on learning.signal (municipality_id, bringer_id, checkpoint) where checkpoint is not null;
create index signal_to_route on learning.signal (municipality_id, route_due) where route_due is not null;

create table learning.signal_fact (
  municipality_id uuid not null,
  signal_id uuid not null,
  position int not null,
  bringer_id uuid not null,
  team_id uuid not null,
  audience text not null,
  readers uuid[] not null,
  addressed_to uuid[] not null,
  kind text not null,
  content jsonb not null,
  state text not null,
  by_member uuid not null,
  by_role text not null,
  by_team uuid not null,
  at timestamptz not null,
  deed uuid not null,
  primary key (municipality_id, signal_id, position),
  unique (municipality_id, signal_id, deed),
  foreign key (municipality_id, signal_id) references learning.signal (municipality_id, id)
);
comment on table learning.signal_fact is 'What happened to a signal, in order: codes only. Rows are only added.';
comment on column learning.signal_fact.state is 'The state of the signal after this.';
comment on column learning.signal_fact.deed is 'Chosen by the form; the same form sent twice counts once.';

create table learning.text (
  municipality_id uuid not null,
  signal_id uuid not null,
  position int not null,
  part text not null check (part in ('sentence', 'story', 'matters', 'reply', 'answer', 'reason')),
  bringer_id uuid not null,
  team_id uuid not null,
  audience text not null,
  readers uuid[] not null,
  addressed_to uuid[] not null,
  author_id uuid not null,
  content text not null,
  shielded boolean not null default false,
  words tsvector generated always as (to_tsvector('dutch'::regconfig, content)) stored,
  primary key (municipality_id, signal_id, position, part),
  foreign key (municipality_id, signal_id) references learning.signal (municipality_id, id)
);
comment on table learning.text is 'What people said, apart from what happened, so that a text can be shielded or erased and the history stays whole.';
comment on column learning.text.shielded is 'Somebody is recognisable in it: only its author and the privacy officer still read it.';
create index text_words on learning.text using gin (municipality_id, words);

create table learning.addressed (
  municipality_id uuid not null,
  member_id uuid not null,
  signal_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, member_id, signal_id),
  foreign key (municipality_id, signal_id) references learning.signal (municipality_id, id)
);
comment on table learning.addressed is 'The same as signal.addressed_to, found by member: an index on an array goes unused under row-level security.';

do $$
declare
  here constant text := $p$municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid$p$;
  mine constant text := $p$bringer_id = nullif(current_setting('haarvat.member', true), '')::uuid$p$;
  shared constant text := $p$(audience <> 'bringer' and (
    nullif(current_setting('haarvat.member', true), '')::uuid = any (addressed_to)
    or (current_setting('haarvat.role', true) in ('professional', 'facilitator') and (
      audience = 'everyone'
      or (audience = 'team' and team_id = any (nullif(current_setting('haarvat.teams', true), '')::uuid[]))
      or nullif(current_setting('haarvat.member', true), '')::uuid = any (readers)))))$p$;
  unshielded constant text := $p$(not shielded or author_id = nullif(current_setting('haarvat.member', true), '')::uuid)$p$;
  kept text;
begin
  foreach kept in array array['signal', 'signal_fact', 'text', 'addressed'] loop
    execute format('alter table learning.%I enable row level security', kept);
    execute format('alter table learning.%I force row level security', kept);
    execute format('create policy of_municipality on learning.%I to haarvat_gate using (%s)', kept, here);
    -- A condition here would go before the search for words, which is not leakproof, and leave its index unused: the listed function has it instead.
    execute format('create policy found on learning.%I for select to haarvat_finder using (%s)', kept, case when kept = 'text' then 'true' else here end);
  end loop;
  execute format('create policy seen_by on learning.signal for select to haarvat_learning using (%s and (%s or %s))', here, mine, shared);
  execute format('create policy changed_by on learning.signal for update to haarvat_learning using (%s and (%s or %s))', here, mine, shared);
  execute format('create policy seen_by on learning.signal_fact for select to haarvat_learning using (%s and (%s or %s))', here, mine, shared);
  execute format('create policy spread_by on learning.signal_fact for update to haarvat_learning using (%s and (%s or %s))', here, mine, shared);
  execute format('create policy written_by on learning.signal_fact for insert to haarvat_learning with check (%s and by_member = nullif(current_setting(''haarvat.member'', true), '''')::uuid)', here);
  execute format('create policy seen_by on learning.text for select to haarvat_learning using (%s and ((%s and (%s or %s)) or (shielded and current_setting(''haarvat.role'', true) = ''privacy-officer'')))', here, unshielded, mine, shared);
  execute format('create policy spread_by on learning.text for update to haarvat_learning using (%s and (%s or %s))', here, mine, shared);
  execute format('create policy written_by on learning.text for insert to haarvat_learning with check (%s and author_id = nullif(current_setting(''haarvat.member'', true), '''')::uuid)', here);
  execute format('create policy own on learning.addressed for select to haarvat_learning using (%s and member_id = nullif(current_setting(''haarvat.member'', true), '''')::uuid)', here);
  execute format('create policy passed_on_by on learning.addressed for insert to haarvat_learning with check (%s)', here);
end $$;

grant select on learning.signal, learning.signal_fact, learning.text, learning.addressed to haarvat_learning, haarvat_gate, haarvat_finder;
grant insert on learning.signal_fact, learning.text, learning.addressed to haarvat_learning;
grant insert on learning.signal, learning.signal_fact, learning.text, learning.addressed to haarvat_gate;
-- Who brought it, for which team and what it is stay as they were released.
grant update (state, version, audience, readers, addressed_to, asked_id, deputy_id, without_money, taken_by_id, changed_at,
  first_reply_at, first_answer_at, answer_due, route_due, checkpoint, told_position) on learning.signal to haarvat_learning, haarvat_gate;
grant update (audience, readers, addressed_to) on learning.signal_fact to haarvat_learning, haarvat_gate;
grant update (audience, readers, addressed_to) on learning.text to haarvat_learning, haarvat_gate;
grant update (shielded) on learning.text to haarvat_gate;
