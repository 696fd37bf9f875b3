import { edits, other, owner, place, type Tampering } from "./target.ts";

const columns = {
  municipality_id: "ABROAD",
  id: "gen_random_uuid()",
  at: "at + interval '1 microsecond'",
  action: "action || ' '",
  object_kind: "upper(object_kind)",
  object_id: "gen_random_uuid()",
  result: "'refused'",
  origin: "'command'",
  actor_id: "gen_random_uuid()",
  actor_role: "'executive'",
  represents: "gen_random_uuid()",
  purpose: "''",
  position: "position + 1",
  hash: "sha256(hash)",
};
const content = ["at", "action", "object_kind", "object_id", "result", "origin", "actor_id", "actor_role", "represents", "purpose"];
const of = (row: string) => content.map((column) => `${row}.${column}`).join(", ");

/** What can be done to entries, each time leaving the heads as they are. */
export const onEntries: Record<string, Tampering> = {
  ...edits("entry", "position", columns),
  "entries deleted": (target, i, j) => owner(target, `delete from trail.entry where HERE and position - ${place(i, target.entries)} between 0 and ${j % 4}`),
  "entry deleted, later ones moved up": async (target, i) => {
    await owner(target, `delete from trail.entry where HERE and position = ${place(i, target.entries)}`);
    await owner(target, `update trail.entry set position = position - 1 where HERE and position > ${place(i, target.entries)}`);
  },
  "entries cut off": (target, i) => owner(target, `delete from trail.entry where HERE and position >= ${place(i, target.entries)}`),
  "entry inserted": (target, i, j) =>
    owner(
      target,
      `insert into trail.entry (municipality_id, id, ${content.join(", ")}, position, hash)
       select municipality_id, gen_random_uuid(), ${of("e")}, ${place(j, target.entries + 3) - 2}, hash from trail.entry e where HERE and position = ${place(i, target.entries)}`,
    ),
  "entries swapped": (target, i, j) =>
    owner(
      target,
      `update trail.entry e set (id, ${content.join(", ")}) = (select o.id, ${of("o")} from trail.entry o where o.HERE and o.position <> e.position and o.position in ${two(target.entries, i, j)})
       where HERE and position in ${two(target.entries, i, j)}`,
    ),
  "places of entries swapped": (target, i, j) =>
    owner(
      target,
      `update trail.entry set position = ${place(i, target.entries)} + ${other(i, j, target.entries)} - position where HERE and position in ${two(target.entries, i, j)}`,
    ),
};

const two = (count: number, i: number, j: number): string => `(${place(i, count)}, ${other(i, j, count)})`;
