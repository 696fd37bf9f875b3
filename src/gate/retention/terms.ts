import { addDays, type Day } from "#src/kernel/day.ts";

// How long what is kept, from which moment, and why: data, with the municipality free to keep shorter, or longer with a reason.

export const keptKinds = ["draft", "message", "outbox", "withdrawn", "signal"] as const;
export type KeptKind = (typeof keptKinds)[number];

/** AVG art. 5 lid 1 onder e (no longer than needed); Archiefwet and the selection list of municipalities, for the municipality to confirm. */
export const bases = ["storage-limitation", "archive"] as const;
export type Basis = (typeof bases)[number];

/** From which moment a term runs: saved, read, delivered or withdrawn last, or the loop was closed. */
export type Since = "saved" | "read" | "delivered" | "withdrawn" | "closed";

export type Term = { readonly months: number; readonly since: Since; readonly basis: readonly Basis[] };

export const terms: Readonly<Record<KeptKind, Term>> = {
  draft: { months: 12, since: "saved", basis: ["storage-limitation"] },
  message: { months: 6, since: "read", basis: ["storage-limitation"] },
  outbox: { months: 1, since: "delivered", basis: ["storage-limitation"] },
  withdrawn: { months: 12, since: "withdrawn", basis: ["storage-limitation", "archive"] },
  signal: { months: 60, since: "closed", basis: ["storage-limitation", "archive"] },
};

/** What a municipality chose for itself. */
export type Own = { readonly months: number; readonly reason: string | null; readonly automatic: boolean };

const most = 1200;

/** A term of the municipality's own: shorter as it likes, longer only with a reason. */
export function chooseTerm(kind: KeptKind, months: number | undefined, reason: string, automatic: boolean): Own | "months-missing" | "reason-missing" {
  if (months === undefined || !Number.isInteger(months) || months < 1 || months > most) return "months-missing";
  if (months > terms[kind].months && reason.trim() === "") return "reason-missing";
  return { months, reason: reason.trim() || null, automatic };
}

/** The first day that is still kept: what is older is past its term. The 31st counts as the last day of a shorter month. */
export function keptFrom(today: Day, months: number): Day {
  const [year, month, day] = today.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1, 12)).toISOString().slice(0, 10) as Day;
  const last = addDays(new Date(Date.UTC(year, month - months, 1, 12)).toISOString().slice(0, 10) as Day, -1);
  return addDays(first, Math.min(day, Number(last.slice(8))) - 1);
}
