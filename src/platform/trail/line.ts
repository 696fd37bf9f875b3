import type { Head } from "./chain.ts";

/** A head as one line of the file that keeps it outside the database. */
export const lineOf = ({ municipalityId, number, position, at, hash, previous, key, signature }: Head): string =>
  JSON.stringify({ municipalityId, number, position, at, hash, previous, key, signature });

/** The head a line holds; undefined when it is no line that we write. */
export function headOf(line: string): Head | undefined {
  try {
    const head = JSON.parse(line) as Head;
    const whole = Number.isSafeInteger(head.number) && Number.isSafeInteger(head.position) && lineOf(head) === line;
    return whole && [head.municipalityId, head.at, head.hash, head.previous, head.key, head.signature].every((part) => typeof part === "string")
      ? head
      : undefined;
  } catch {
    return undefined;
  }
}
