import { stringify } from "csv-stringify/sync";
import { harmless } from "#src/learning/overview/index.ts";
import type { View } from "#src/ui/view.ts";
import { objectOf, whatHappened, whoDid } from "./sentence.ts";
import type { Told } from "./store.ts";

const columns = ["at", "who", "role", "what", "action", "object", "objectId", "result", "origin"] as const;

/** The trail as a table: what happened in words and in codes, for a spreadsheet that never runs what stands in a cell. */
export const trailCsv = (view: View, told: readonly Told[]): string =>
  "\uFEFF" +
  stringify(
    told.map((line) =>
      [
        line.at.toISOString(),
        whoDid(view, line),
        line.actorRole,
        whatHappened(view, line),
        line.action,
        objectOf(view, line),
        line.objectId,
        line.result,
        line.origin,
      ].map(harmless),
    ),
    { header: true, columns: [...columns], delimiter: ";", quoted: true },
  );
