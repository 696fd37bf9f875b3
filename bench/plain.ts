import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Actor } from "#src/kernel/actor.ts";
import { sentence } from "./deeds.ts";
import type { Ask } from "./load.ts";
import type { Place, Visitor } from "./place.ts";
import type { Reading } from "./pages.ts";
import { using } from "./statements.ts";

// What the rows of a release and of a reply cost by themselves: inserted under row-level security in one transaction, nothing read, nothing decided.

const begin = ({ municipalityId, memberId, role, teamId }: Actor) =>
  `begin; set local haarvat.municipality = '${municipalityId}'; set local haarvat.member = '${memberId}'; set local haarvat.role = '${role}'; set local haarvat.teams = '{${teamId}}'`;
const trail = (count: number) =>
  `insert into trail.entry (municipality_id, id, at, action, object_kind, object_id, result, origin, actor_id, actor_role, purpose) values ${Array.from({ length: count }, () => "($1, gen_random_uuid(), now(), 'released', 'signal', $2, 'done', 'web', $3, 'professional', 'learning')").join(",")}`;
const outbox =
  "insert into trail.outbox (municipality_id, id, signal_id, position, kind, due_at) values ($1, gen_random_uuid(), $2, $3, $4, now() + interval '30 seconds')";
const fact = `insert into learning.signal_fact (municipality_id, signal_id, position, bringer_id, team_id, audience, readers, addressed_to, kind, content, state, by_member, by_role, by_team, at, deed)
  values ($1, $2, $3, $4, $5, 'everyone', '{}', '{}', $6, '{"codes": {}, "parts": [], "before": {}}', 'open', $4, 'professional', $5, now(), gen_random_uuid())`;
const text = (count: number) =>
  `insert into learning.text (municipality_id, signal_id, position, part, bringer_id, team_id, audience, readers, addressed_to, author_id, content) values ${Array.from({ length: count }, (_, index) => `($1, $2, $3, ($4::text[])[${index + 1}], $5, $6, 'everyone', '{}', '{}', $5, $7)`).join(",")}`;

/** A signal with its fact, three texts, two who are addressed, a row in the outbox and three in the trail. */
export const plainRelease =
  (pool: pg.Pool, { id: place }: Place, visitors: readonly Visitor[]): Ask =>
  (turn) =>
    using(pool, async (connection) => {
      const { actor } = visitors[turn % visitors.length]!;
      const id = randomUUID();
      await connection.query(begin(actor));
      await connection.query(
        "insert into learning.signal (municipality_id, id, kind, state, bringer_id, bringer_role, team_id, audience, laws, snags, stage, released_at, changed_at, answer_due) values ($1, $2, 'stuck', 'open', $3, 'professional', $4, 'everyone', '{wmo}', '{belief}', 'decision', now(), now(), current_date + 14)",
        [place, id, actor.memberId, actor.teamId],
      );
      await connection.query(fact, [place, id, 1, actor.memberId, actor.teamId, "released"]);
      await connection.query(text(3), [place, id, 1, ["sentence", "story", "matters"], actor.memberId, actor.teamId, sentence(turn)]);
      await connection.query(outbox, [place, id, 1, "withdrawn"]);
      await connection.query("insert into learning.addressed (municipality_id, member_id, signal_id, at) values ($1, $3, $2, now()), ($1, $4, $2, now())", [
        place,
        id,
        visitors[0]!.actor.memberId,
        visitors[1]!.actor.memberId,
      ]);
      await connection.query(trail(3), [place, id, actor.memberId]);
      await connection.query("commit");
      return { label: "plain release", good: true };
    });

const farPosition = 1000;

/** A fact, its text, a row in the outbox and one in the trail. */
export const plainReply =
  (pool: pg.Pool, { id: place }: Place, visitors: readonly Visitor[], signals: readonly Reading[]): Ask =>
  (turn) =>
    using(pool, async (connection) => {
      const { actor } = visitors[turn % visitors.length]!;
      const id = signals[turn % signals.length]!.path.split("/").at(-1);
      await connection.query(begin(actor));
      await connection.query(fact, [place, id, farPosition + turn, actor.memberId, actor.teamId, "reply"]);
      await connection.query(text(1), [place, id, farPosition + turn, ["reply"], actor.memberId, actor.teamId, sentence(turn)]);
      await connection.query(outbox, [place, id, farPosition + turn, "withdrawn"]);
      await connection.query(trail(1), [place, id, actor.memberId]);
      await connection.query("commit");
      return { label: "plain reply", good: true };
    });
