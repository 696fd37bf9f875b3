export type Level = "info" | "warning" | "error";

/** What may stand in a line: codes, patterns, numbers and ids; never an address, a query, a name, a text or a token. */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one line about something that happened. */
export type Log = (level: Level, event: string, fields?: Fields) => void;

const weight: Readonly<Record<Level, number>> = { info: 0, warning: 1, error: 2 };

/** One line of JSON each, from `least` on. Whatever a field holds stays within its line: signs a screen or a reader could obey are written as their code. */
export function logTo(write: (line: string) => void, least: Level = "info", clock: () => Date = () => new Date()): Log {
  return (level, event, fields = {}) => {
    if (weight[level] < weight[least]) return;
    const line = JSON.stringify({ at: clock().toISOString(), level, event, ...fields });
    write(`${line.replaceAll(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`);
  };
}

/** Tells of an unexpected error: its kind and place, never its message, which may quote a row. */
export const reportTo =
  (log: Log) =>
  (error: unknown, where: string, request?: string): void => {
    const { name, code, stack } = (error ?? {}) as { name?: unknown; code?: unknown; stack?: unknown };
    const place = typeof stack === "string" ? stack.split("\n").find((line) => /^\s+at .*\/src\//.test(line)) : undefined;
    log("error", "failed", { where, request, name: shortOf(name), code: shortOf(code), place: place?.trim().replace(/(file:\/\/)?\/\S*(?=\/src\/)/, "") });
  };

const shortOf = (word: unknown): string | undefined => (typeof word === "string" && /^[\w.-]{1,60}$/.test(word) ? word : undefined);
