import pg from "pg";
import type { People } from "./people.ts";
import type { Acknowledged } from "./writing.ts";

/** What is not as it should be, a line each; empty: nothing lost, nothing doubled, nothing half done. */
export async function judge(login: pg.ClientConfig, people: People, said: Acknowledged, arrived: readonly string[]): Promise<string[]> {
  const database = new pg.Client(login);
  await database.connect();
  const here = people.municipalityId;
  const rows = async <T extends object>(statement: string): Promise<T[]> => (await database.query(statement, [here])).rows as T[];
  const wrong: string[] = [];
  const expectNone = async (what: string, statement: string) => {
    const found = await rows<{ id: string }>(statement);
    if (found.length > 0) wrong.push(`${what}: ${found.length} (${found[0]!.id})`);
  };

  const facts = await rows<{ signal_id: string; position: number; kind: string; deed: string; by_member: string }>(
    "select signal_id, position, kind, deed, by_member from learning.signal_fact where municipality_id = $1",
  );
  const texts = new Map(
    (
      await rows<{ at: string; content: string }>(
        "select signal_id || ' ' || position || ' ' || part as at, content from learning.text where municipality_id = $1",
      )
    ).map(({ at, content }) => [at, content]),
  );
  const byDeed = Map.groupBy(facts, ({ deed }) => deed);
  for (const [deed, found] of byDeed) if (found.length > 1) wrong.push(`doubled: the deed ${deed} counts ${found.length} times`);
  for (const { id, deed, sentence } of said.releases) {
    const [fact] = byDeed.get(deed) ?? [];
    if (fact?.kind !== "released" || fact.signal_id !== id || texts.get(`${id} 1 sentence`) !== sentence) wrong.push(`lost: the release of ${id}`);
  }
  for (const { signal, deed, text } of said.replies) {
    const [fact] = byDeed.get(deed) ?? [];
    if (fact?.kind !== "reply" || texts.get(`${signal} ${fact.position} reply`) !== text) wrong.push(`lost: the reply ${deed}`);
  }
  const drafts = new Map(
    (
      await rows<{ id: string; version: number; sentence: string }>(
        "select id, version, content->>'sentence' as sentence from draft.draft where municipality_id = $1",
      )
    ).map((draft) => [draft.id, draft]),
  );
  const released = new Set(facts.filter(({ kind }) => kind === "released").map(({ signal_id }) => signal_id));
  for (const [id, { sentence, version }] of said.drafts) {
    const draft = drafts.get(id);
    if (!draft && !released.has(id)) wrong.push(`lost: the draft ${id}`);
    if (draft && (draft.version < version || (draft.version === version && draft.sentence !== sentence)))
      wrong.push(`lost: what was saved last of the draft ${id}`);
  }

  // All or nothing: a signal as its facts say, and for every fact its words, its row in the outbox and its entry in the trail.
  await expectNone(
    "half done: a signal and its facts differ",
    `select s.id from learning.signal s left join learning.signal_fact f on f.municipality_id = s.municipality_id and f.signal_id = s.id
     where s.municipality_id = $1 group by s.id, s.version having count(f.position) <> s.version or max(f.position) <> s.version`,
  );
  await expectNone(
    "half done: a fact without its words",
    `select f.signal_id as id from learning.signal_fact f cross join lateral jsonb_array_elements_text(f.content->'parts') part
     left join learning.text t on t.municipality_id = f.municipality_id and t.signal_id = f.signal_id and t.position = f.position and t.part = part
     where f.municipality_id = $1 and t.content is null`,
  );
  await expectNone(
    "half done: words without a fact",
    `select t.signal_id as id from learning.text t left join learning.signal_fact f
       on f.municipality_id = t.municipality_id and f.signal_id = t.signal_id and f.position = t.position where t.municipality_id = $1 and f.position is null`,
  );
  await expectNone(
    "half done: a fact and the outbox differ",
    `select coalesce(f.signal_id, o.signal_id) as id from (select * from learning.signal_fact where municipality_id = $1) f
     full join (select * from trail.outbox where municipality_id = $1) o on o.signal_id = f.signal_id and o.position = f.position
     group by 1, coalesce(f.position, o.position) having count(f.position) <> 1 or count(o.position) <> 1`,
  );
  // How a release was decided ("released-looked-through") is said beside the release itself, and is no fact of its own.
  await expectNone(
    "half done: facts and trail differ",
    `select coalesce(f.id, t.id) as id from
       (select signal_id as id, kind as action, count(*) as count from learning.signal_fact where municipality_id = $1 group by 1, 2) f
     full join
       (select object_id as id, action, count(*) as count from trail.entry where municipality_id = $1 and object_kind = 'signal' and action not like 'released-%' group by 1, 2) t
     on t.id = f.id and t.action = f.action where f.count is distinct from t.count`,
  );
  await expectNone(
    "half done: saves of drafts and trail differ",
    `select d.id from draft.draft d left join trail.entry t on t.municipality_id = d.municipality_id and t.object_id = d.id and t.object_kind = 'draft'
     where d.municipality_id = $1 group by d.id, d.version having count(t.id) <> d.version`,
  );

  // Told once: the row is delivered, and who should know of it has one message.
  await expectNone("not told", "select signal_id as id from trail.outbox where municipality_id = $1 and delivered_at is null");
  await expectNone(
    "a reply of which the bringer was not told once",
    `select f.signal_id as id from learning.signal_fact f left join organisation.message m on m.municipality_id = f.municipality_id and m.signal_id = f.signal_id
       and m.position = f.position and m.member_id = f.bringer_id
     where f.municipality_id = $1 and f.kind = 'reply' and f.by_member <> f.bringer_id group by f.signal_id, f.position having count(m.id) <> 1`,
  );
  await expectNone(
    "a release of which the owner was not told once",
    `select f.signal_id as id from learning.signal_fact f left join organisation.message m on m.municipality_id = f.municipality_id and m.signal_id = f.signal_id
       and m.position = f.position and m.member_id = '${people.owner}'
     where f.municipality_id = $1 and f.kind = 'released' group by f.signal_id, f.position having count(m.id) <> 1`,
  );
  const sent = await rows<{ id: string }>("select id from trail.mail where municipality_id = $1 and result = 'sent'");
  for (const { id } of sent) if (!arrived.includes(id)) wrong.push(`lost: the e-mail ${id}`);
  await expectNone("an entry without its place in the trail", "select id from trail.entry where municipality_id = $1 and position is null");
  await database.end();
  return wrong;
}
