-- The listed functions that look beyond row-level security, each narrow: rights come from the transaction's settings, never from arguments.

-- Planned anew each time: what is said often is met soon among the newest, what is said seldom is looked up in the index of words.
create function learning.find_signals(query text, most int) returns setof uuid
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  here constant uuid := nullif(current_setting('haarvat.municipality', true), '')::uuid;
  me constant uuid := nullif(current_setting('haarvat.member', true), '')::uuid;
  teams constant uuid[] := nullif(current_setting('haarvat.teams', true), '')::uuid[];
  in_room constant boolean := coalesce(current_setting('haarvat.role', true) in ('professional', 'facilitator'), false);
  asked constant tsquery := pg_catalog.websearch_to_tsquery('dutch'::regconfig, query);
begin
  return query
    select distinct t.signal_id from learning.text t
    where t.municipality_id = here and t.words @@ asked and (not t.shielded or t.author_id = me)
      and (t.bringer_id = me or (t.audience <> 'bringer' and (me = any (t.addressed_to)
        or (in_room and (t.audience = 'everyone' or (t.audience = 'team' and t.team_id = any (teams)) or me = any (t.readers))))))
    order by t.signal_id desc
    limit least(most, 1000);
end $$;
comment on function learning.find_signals is 'Ids of the newest signals the person in this transaction may see whose words match; read them under row-level security afterwards.';

create function learning.overdue(today date) returns table (sentence text, team_name text, answer_due date)
  language plpgsql stable security definer set search_path = '' as $$
declare
  here constant uuid := nullif(current_setting('haarvat.municipality', true), '')::uuid;
begin
  if coalesce(current_setting('haarvat.role', true), '') <> 'council-member' then return; end if;
  return query
    select case when t.shielded then null else t.content end, m.name, s.answer_due
    from learning.signal s
    join learning.text t on t.municipality_id = s.municipality_id and t.signal_id = s.id and t.position = 1 and t.part = 'sentence'
    join organisation.team m on m.municipality_id = s.municipality_id and m.id = s.team_id
    where s.municipality_id = here and s.answer_due < today and s.state in ('open', 'fallen-back') and s.audience <> 'bringer'
    order by s.answer_due, s.id
    limit 200;
end $$;
comment on function learning.overdue is 'For council members: of signals answered too late the sentence, the team and the date, nothing else.';

create function learning.numbers(first_day date, last_day date, of_team uuid, today date)
  returns table (signals bigint, days_to_reply double precision, days_to_answer double precision,
    replied double precision, answered double precision, held double precision, without_money double precision, overdue double precision)
  language plpgsql stable security definer set search_path = '' as $$
declare
  here constant uuid := nullif(current_setting('haarvat.municipality', true), '')::uuid;
begin
  if coalesce(current_setting('haarvat.role', true), '') not in
    ('professional', 'facilitator', 'owner', 'jurist', 'official', 'executive', 'council-member', 'advocate') then return; end if;
  return query
    with counted as (
      select s.state, s.without_money as no_money, s.first_reply_at, s.first_answer_at, s.answer_due,
        (s.released_at at time zone 'Europe/Amsterdam')::date as released,
        (s.first_reply_at at time zone 'Europe/Amsterdam')::date as first_reply,
        (s.first_answer_at at time zone 'Europe/Amsterdam')::date as first_answer
      from learning.signal s
      where s.municipality_id = here and s.kind <> 'works' and s.audience <> 'bringer' and (of_team is null or s.team_id = of_team)
        and s.released_at >= first_day::timestamp at time zone 'Europe/Amsterdam'
        and s.released_at < (last_day + 1)::timestamp at time zone 'Europe/Amsterdam')
    select count(*),
      case when count(first_reply_at) >= 10 then percentile_cont(0.5) within group (order by first_reply - released) end,
      case when count(first_answer_at) >= 10 then percentile_cont(0.5) within group (order by first_answer - released) end,
      count(first_reply_at)::double precision / count(*),
      count(first_answer_at)::double precision / count(*),
      count(*) filter (where state = 'held')::double precision / count(*),
      case when count(no_money) >= 10 then count(*) filter (where no_money)::double precision / count(no_money) end,
      count(*) filter (where state in ('open', 'fallen-back') and answer_due < today)::double precision / count(*)
    from counted
    having count(*) >= 10;
end $$;
comment on function learning.numbers is 'Medians in days and shares between 0 and 1 over a period; nothing about fewer than ten signals, never per person.';

revoke execute on function learning.find_signals, learning.overdue, learning.numbers from public;
grant execute on function learning.find_signals, learning.overdue, learning.numbers to haarvat_learning;
grant create on schema learning to haarvat_finder;
alter function learning.find_signals owner to haarvat_finder;
alter function learning.overdue owner to haarvat_finder;
alter function learning.numbers owner to haarvat_finder;
revoke create on schema learning from haarvat_finder;
