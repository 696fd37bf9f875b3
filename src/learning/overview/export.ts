import { stringify } from "csv-stringify/sync";
import { dayOf } from "#src/kernel/day.ts";
import { type Fact, type Part, standing } from "#src/learning/signals/index.ts";
import type { Listed } from "./list.ts";

/**
 * A signal as it is taken along: no ids of people, only roles and teams; what `import` reads. Shielded words stay behind, also for
 * their own author; a fact that names another by its position names it as it is counted here.
 */
export function exported(signal: Listed, course: readonly Fact[]) {
  const kept = standing(course);
  const counted = (codes: Fact["codes"]) =>
    "position" in codes ? { ...codes, position: kept.findIndex(({ position }) => position === codes["position"]) + 1 } : codes;
  const readable = ({ said, shielded }: Fact): Fact["said"] => Object.fromEntries(Object.entries(said).filter(([part]) => !shielded.includes(part as Part)));
  return {
    id: signal.id,
    audience: signal.audience,
    kind: signal.kind,
    state: signal.state,
    team: signal.teamName,
    role: signal.bringerRole,
    voice: signal.voice,
    mattersSource: signal.mattersSource,
    laws: signal.laws,
    lifeAreas: signal.lifeAreas,
    snags: signal.snags,
    stage: signal.stage,
    level: signal.level,
    harm: signal.harm,
    withoutMoney: signal.withoutMoney,
    releasedAt: signal.releasedAt.toISOString(),
    changedAt: signal.changedAt.toISOString(),
    firstReplyAt: signal.firstReplyAt?.toISOString() ?? null,
    firstAnswerAt: signal.firstAnswerAt?.toISOString() ?? null,
    answerDue: signal.answerDue,
    checkpoint: signal.checkpoint,
    course: kept.map((fact) => ({
      kind: fact.kind,
      state: fact.state,
      codes: counted(fact.codes),
      said: readable(fact),
      erased: Object.fromEntries(Object.entries(fact.erased).map(([part, at]) => [part, at.toISOString()])),
      role: fact.byRole,
      team: fact.byTeam,
      at: fact.at.toISOString(),
    })),
  };
}

/** A spreadsheet must never run what people wrote: a cell that would be a formula starts with a quote, whatever stands before the sign. */
export const harmless = (cell: string): string => (/^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u.test(cell) ? `'${cell}` : cell);

const columns = ["id", "kind", "state", "team", "released", "answerDue", "checkpoint", "harm", "laws", "snags", "stage", "level", "sentence"] as const;

/** One row a signal, codes as they are stored, with a byte order mark so that a spreadsheet reads the accents; every cell in quotes, so that a comma or a tab begins no other. */
export const asCsv = (signals: readonly Listed[]): string =>
  "\uFEFF" +
  stringify(
    signals.map((signal) =>
      [
        signal.id,
        signal.kind,
        signal.state,
        signal.teamName,
        dayOf(signal.releasedAt),
        signal.answerDue ?? "",
        signal.checkpoint ?? "",
        signal.harm ? "yes" : "no",
        signal.laws.join(" "),
        signal.snags.join(" "),
        signal.stage ?? "",
        signal.level ?? "",
        signal.shielded ? "" : (signal.sentence ?? ""),
      ].map(harmless),
    ),
    { header: true, columns: [...columns], delimiter: ";", quoted: true },
  );
