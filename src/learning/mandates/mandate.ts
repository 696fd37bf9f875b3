import type { Level, Snag } from "#src/learning/signals/index.ts";

/** Who can answer a signal that sticks there; an empty level or snag means any. */
export type Mandate = { readonly level: Level | null; readonly snag: Snag | null; readonly ownerId: string; readonly deputyId: string | null };

/**
 * Who is asked: level and snag together go before snag alone, and that before level alone; among snags the first that was marked.
 * Nobody answers their own signal: then the deputy is asked. Undefined when nobody is listed: then it comes to the facilitator.
 */
export function whoIsAsked(
  mandates: readonly Mandate[],
  snags: readonly Snag[],
  level: Level | null,
  bringerId: string,
): { askedId: string; deputyId: string | null } | undefined {
  const listed = [
    ...(level ? snags.map((snag) => mandates.find((mandate) => mandate.level === level && mandate.snag === snag)) : []),
    ...snags.map((snag) => mandates.find((mandate) => mandate.level === null && mandate.snag === snag)),
    level ? mandates.find((mandate) => mandate.level === level && mandate.snag === null) : undefined,
  ];
  for (const mandate of listed) {
    if (mandate && mandate.ownerId !== bringerId) return { askedId: mandate.ownerId, deputyId: mandate.deputyId === bringerId ? null : mandate.deputyId };
    if (mandate?.deputyId && mandate.deputyId !== bringerId) return { askedId: mandate.deputyId, deputyId: null };
  }
  return undefined;
}
