import { stringify } from "csv-stringify/sync";
import { harmless } from "#src/learning/overview/index.ts";
import { showNumber } from "#src/ui/format.ts";
import type { View } from "#src/ui/view.ts";
import { objectOf, whatHappened, whoDid } from "./sentence.ts";
import type { Told } from "./store.ts";

const columns = ["at", "who", "role", "what", "action", "object", "objectId", "result", "origin"] as const;

/**
 * The trail as a table: what happened in words and in codes, for a spreadsheet that never runs what stands in a cell. At most so many lines; what is
 * left out is said in a last one.
 */
export function trailCsv(view: View, told: readonly Told[], most: number): string {
  const lines = told
    .slice(0, most)
    .map((line) => [
      line.at.toISOString(),
      whoDid(view, line),
      line.actorRole,
      whatHappened(view, line),
      line.action,
      objectOf(view, line),
      line.objectId,
      line.result,
      line.origin,
    ]);
  const cut = told.length > most ? [["", "", "", view.w.privacy.cut(showNumber(view, most)), "", "", "", "", ""]] : [];
  return (
    "\uFEFF" +
    stringify(
      [...lines, ...cut].map((cells) => cells.map(harmless)),
      { header: true, columns: [...columns], delimiter: ";", quoted: true },
    )
  );
}
