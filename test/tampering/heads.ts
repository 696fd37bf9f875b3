import { edits, other, owner, place, type Tampering } from "./target.ts";

const columns = {
  municipality_id: "ABROAD",
  number: "number + 1",
  position: "position + 1",
  at: "at + interval '1 microsecond'",
  hash: "sha256(hash)",
  previous: "sha256(previous)",
  key: "sha256(key)",
  signature: "set_byte(signature, 9, get_byte(signature, 9) # 1)",
};

/** What can be done to heads, each time leaving the entries as they are. */
export const onHeads: Record<string, Tampering> = {
  ...edits("head", "number", columns),
  "heads deleted": (target, i, j) => owner(target, `delete from trail.head where HERE and number - ${place(i, target.heads)} between 0 and ${j % 3}`),
  "heads cut off": (target, i) => owner(target, `delete from trail.head where HERE and number >= ${place(i, target.heads)}`),
  "head inserted": (target, i, j) =>
    owner(
      target,
      `insert into trail.head select municipality_id, ${place(j, target.heads + 3)}, position, at, hash, previous, key, signature from trail.head where HERE and number = ${place(i, target.heads)}`,
    ),
  "heads swapped": (target, i, j) => {
    const [one, another] = [place(i, target.heads), other(i, j, target.heads)];
    return owner(target, `update trail.head set number = ${one} + ${another} - number where HERE and number in (${one}, ${another})`);
  },
};
