import type pg from "pg";
import { laws, snags, stages, states } from "#src/learning/signals/words.ts";
import type { Place } from "./place.ts";
import { searches } from "./words.ts";

export type Reading = { readonly label: string; readonly path: string };
/** What is read: signals, and ways into the list. */
export type Readings = { readonly list: Reading[]; readonly signals: Reading[] };

/** Pages to read: every filter in turn, pages far down the list, and signals at random. */
export async function readings(admin: pg.Client, { id, signals }: Place): Promise<Readings> {
  const found = await admin.query<{ id: string }>(
    "select id from learning.signal where municipality_id = $1 and audience = 'everyone' order by md5(id::text) limit 5000",
    [id],
  );
  const teams = await admin.query<{ id: string }>("select id from organisation.team where municipality_id = $1 and kind = 'access' order by id", [id]);
  const deep = [];
  for (const share of [0.005, 0.25, 0.9])
    deep.push(
      (
        await admin.query<{ after: string }>(
          "select to_char(released_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') || '_' || id as after from learning.signal where municipality_id = $1 order by released_at desc, id desc offset $2 limit 1",
          [id, Math.floor(signals * share)],
        )
      ).rows[0]!.after,
    );
  const by = (label: string, values: readonly string[]): Reading[] =>
    values.map((value) => ({ label, path: `/signals?${new URLSearchParams({ [label]: value })}` }));
  const families = [
    [{ label: "no filter", path: "/signals" }],
    by("state", states),
    by("snag", snags),
    by("law", laws),
    by("stage", stages),
    by(
      "team",
      teams.rows.map((team) => team.id),
    ),
    by("harm", ["yes"]),
    by("late", ["yes"]),
    by("mine", ["yes"]),
    by("q", searches),
    by("after", deep),
    by("sort", ["due", "oldest"]),
  ];
  const most = Math.max(...families.map((family) => family.length));
  const list = Array.from({ length: most }, (_, round) => families.map((family) => family[round % family.length]!)).flat();
  return { list, signals: found.rows.map((signal) => ({ label: "signal", path: `/signals/${signal.id}` })) };
}
