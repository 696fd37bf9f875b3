import pg from "pg";
import { laws, levels, lifeAreas, snags, stages } from "#src/learning/signals/words.ts";
import type { Place } from "./place.ts";
import { endings, middles, openings, topics } from "./words.ts";

// Written by the superuser, past row-level security and foreign keys, with the indexes made afterwards: the fastest way to the same rows.

const list = (words: readonly string[]) => `array[${words.map((word) => pg.escapeLiteral(word)).join(",")}]`;
/** One of these at random; `skew` above 1 prefers the first. */
const one = (words: readonly string[], skew = 1) => `(${list(words)})[1 + floor(${words.length} * power(random(), ${skew}))::int]`;
const sentence = `${one(openings)} || ' ' || ${one(topics, 2.5)} || ' ' || ${one(middles)} || ' ' || ${one(topics, 2.5)} || ' ' || ${one(endings)}`;
const several = (count: number) => Array.from({ length: count }, () => sentence).join(" || ' ' || ");
/** One of these at random, by its place in the list. */
const place = (words: readonly string[], skew: number) => `1 + floor(${words.length} * power(random(), ${skew}))::int`;
/** The one at this place, and for some the next one too. */
const upToTwo = (words: readonly string[], at: string) => `(${list(words)})[${at} : ${at} + more]`;
const readable = "s.bringer_id, s.team_id, s.audience, s.readers, s.addressed_to";

const people = `
  create unlogged table bench.bringer as select municipality_id, id, team_id, roles[1] as role, row_number() over (partition by municipality_id order by subject)::int as k
    from organisation.member where roles[1] in ('professional', 'facilitator');
  create unlogged table bench.owner as select municipality_id, id, team_id, row_number() over (partition by municipality_id order by subject)::int as k
    from organisation.member where roles[1] = 'owner';
  create unlogged table bench.place as select p.*, (select count(*) from bench.bringer b where b.municipality_id = p.id)::int as bringers, (select count(*) from bench.owner o where o.municipality_id = p.id)::int as owners
    from bench.wished p`;

/** Everything by chance about one signal, each chance drawn once. */
const drawn = `
  create unlogged table bench.drawn as
    select p.id as municipality_id, n, 1 + floor(p.bringers * random())::int as k, 1 + floor(p.bringers * random())::int as k2, 1 + floor(p.owners * random())::int as o, 1 + floor(p.owners * random())::int as o2,
      now() - interval '900 days' * random() - interval '1 hour' as released_at, md5(random()::text) as hash, 3 + floor(4 * random())::int as version,
      random() as r_kind, random() as r_state, random() as r_audience, random() < 0.12 as harm, random() < 0.5 as story, random() < 0.4 as matters,
      ${place(laws, 2)} as law, ${place(snags, 1.3)} as snag, ${place(lifeAreas, 1)} as area, (random() < 0.3)::int as more, ${one(stages)} as stage, ${one(levels, 0.7)} as level, ${one(["resident", "professional", "confidant"], 1.5)} as voice
    from bench.place p cross join lateral generate_series(1, p.signals) n`;

const decided = `
  create unlogged table bench.signal as
    select d.*, ${upToTwo(laws, "law")} as laws, ${upToTwo(snags, "snag")} as snags, ${upToTwo(lifeAreas, "area")} as areas, b.id as bringer_id, b.team_id, b.role, (lpad(to_hex((extract(epoch from released_at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || 'a' || substr(hash, 4, 15))::uuid as id,
      case when state = 'withdrawn' then 'bringer' when r_audience < 0.9 then 'everyone' when r_audience < 0.97 then 'team' else 'chosen' end as audience,
      case when r_audience >= 0.97 then array[b2.id] else '{}' end as readers, case when kind = 'stuck' then array[own.id, own2.id] else '{}' end as addressed_to
    from (select *, case when r_kind < 0.72 then 'stuck' when r_kind < 0.87 then 'works' else 'around' end as kind,
        case when r_kind >= 0.72 and r_kind < 0.87 then case when r_state < 0.7 then 'open' when r_state < 0.8 then 'taken-up' when r_state < 0.95 then 'held-there' else 'not-here' end
          when released_at > now() - interval '30 days' then case when r_state < 0.7 then 'open' else 'answered' end
          when r_state < 0.05 then 'open' when r_state < 0.3 then 'answered' when r_state < 0.4 then 'tried' when r_state < 0.7 then 'held' when r_state < 0.75 then 'fallen-back'
          when r_state < 0.9 then 'refused' when r_state < 0.96 then 'stays' else 'withdrawn' end as state from bench.drawn) d
    join bench.bringer b using (municipality_id, k) join bench.bringer b2 on b2.municipality_id = d.municipality_id and b2.k = k2
    join bench.owner own on own.municipality_id = d.municipality_id and own.k = o join bench.owner own2 on own2.municipality_id = d.municipality_id and own2.k = o2`;

const signals = `
  insert into learning.signal (municipality_id, id, kind, state, version, bringer_id, bringer_role, team_id, audience, readers, addressed_to, asked_id, deputy_id, voice, matters_source, laws, life_areas, snags,
    stage, level, harm, released_at, changed_at, first_reply_at, first_answer_at, answer_due, checkpoint, told_position)
  select municipality_id, id, kind, state, version, bringer_id, role, team_id, audience, readers, addressed_to, addressed_to[1], addressed_to[2], voice, case when matters then 'said' else 'not-asked' end, laws, areas, snags,
    stage, level, harm, released_at, released_at + interval '9 hours' * version, released_at + interval '9 hours', case when state in ('answered', 'tried', 'held', 'refused') then released_at + interval '8 days' end,
    case when kind = 'stuck' and state in ('open', 'fallen-back') then released_at::date + 14 end, case when state in ('answered', 'tried', 'stays') then released_at::date + 60 end, case when random() < 0.9 then version else 0 end
  from bench.signal order by municipality_id, released_at;
  insert into learning.addressed select distinct municipality_id, unnest(addressed_to), id, released_at from bench.signal`;

const facts = `
  insert into learning.signal_fact
    select s.municipality_id, s.id, s.position, ${readable}, s.fact, jsonb_build_object('codes', '{}'::jsonb, 'before', '{}'::jsonb, 'parts',
        case when position = 1 then '["sentence"]'::jsonb || case when story then '["story"]'::jsonb else '[]' end || case when matters then '["matters"]'::jsonb else '[]' end
          when fact in ('reply', 'answered', 'refused') then jsonb_build_array(case fact when 'reply' then 'reply' else 'answer' end) else '[]' end),
      case when position = version then state else 'open' end, case when position = 1 then s.bringer_id else b.id end, b.role, b.team_id, released_at + interval '9 hours' * (position - 1), gen_random_uuid()
    from (select s.*, position, 1 + floor(bringers * random())::int as by_k, case when position = 1 then 'released' when position = version and state in ('answered', 'refused', 'tried', 'held', 'stays', 'fallen-back', 'taken-up', 'held-there', 'not-here', 'withdrawn') then state
        when position = 4 and state in ('tried', 'held', 'fallen-back') then 'answered' when position = 3 then 'also' else 'reply' end as fact
      from bench.signal s join bench.place p on p.id = s.municipality_id cross join lateral generate_series(1, s.version) position) s
    join bench.bringer b on b.municipality_id = s.municipality_id and b.k = by_k
    order by released_at + interval '9 hours' * (position - 1);
  insert into organisation.message (municipality_id, id, member_id, kind, why, signal_id, position, at, read_at)
    select municipality_id, gen_random_uuid(), bringer_id, kind, 'bringer', signal_id, position, at, case when random() < 0.95 then at + interval '1 day' end from learning.signal_fact where position = 2`;

/** All words said between two days ago, in the order in which they were said: rows of one time lie together, as they would. */
const texts = (from: number, until: number) => `
  insert into learning.text (municipality_id, signal_id, position, part, bringer_id, team_id, audience, readers, addressed_to, author_id, content)
    select s.municipality_id, s.signal_id, s.position, part, ${readable}, s.by_member, case part when 'story' then ${several(3)} when 'sentence' then ${sentence} when 'matters' then ${sentence} else ${several(2)} end
    from learning.signal_fact s cross join lateral jsonb_array_elements_text(s.content -> 'parts') part
    where s.at >= now() - interval '${from} days' and s.at < now() - interval '${until} days' order by s.at`;

/** Signals with facts, texts, messages and whom they were sent to, in every place; two connections at once, the same rows each run. */
export async function seed(connect: () => Promise<pg.Client>, places: readonly Place[]): Promise<void> {
  const [first, second] = await Promise.all([connect(), connect()]);
  for (const client of [first, second])
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'; select setseed(0.42)",
    );
  const indexes = await first.query<{ schemaname: string; indexname: string; indexdef: string }>(
    "select schemaname, indexname, indexdef from pg_indexes i where schemaname = 'learning' and not exists (select from pg_constraint c where c.conname = i.indexname)",
  );
  await first.query(indexes.rows.map(({ schemaname, indexname }) => `drop index ${schemaname}.${indexname}`).join(";"));
  await first.query("create schema bench; create unlogged table bench.wished (id uuid, signals int)");
  for (const { id, signals: wished } of places) await first.query("insert into bench.wished values ($1, $2)", [id, wished]);
  for (const step of [people, drawn, decided, "analyze bench.signal"]) await first.query(step);
  await Promise.all([first.query(signals), second.query(facts)]);
  await Promise.all([first.query(texts(10_000, 450)), second.query(texts(450, -100))]);
  const half = indexes.rows.filter((_, index) => index % 2 === 0);
  await Promise.all(
    [half, indexes.rows.filter((index) => !half.includes(index))].map((made, index) =>
      [first, second][index]!.query(made.map(({ indexdef }) => indexdef).join(";")),
    ),
  );
  await first.query("drop schema bench cascade");
  for (const step of ["vacuum analyze learning.signal, learning.signal_fact, learning.text, learning.addressed, organisation.message", "analyze", "checkpoint"])
    await first.query(step);
  await Promise.all([first.end(), second.end()]);
}
