import { readFileSync } from "node:fs";
import { UnusableSetting } from "#src/platform/settings.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings one by one and keeps a sentence for each that is missing or unsafe, so that all are said at once. */
export type Reader = {
  /** The value, also from the file that `<name>_FILE` names; undefined when it is not set. */
  readonly optional: (name: string) => string | undefined;
  /** The same; what is missing is said with `sentence`. */
  readonly required: (name: string, sentence: string) => string;
  readonly address: (name: string, sentence: string) => URL | undefined;
  readonly list: (name: string) => readonly string[];
  readonly check: (good: boolean, sentence: string) => void;
};

/** Lets `work` read, and throws with every sentence at once when something lacks. */
export function readWith<T>(environment: Environment, work: (reader: Reader) => T): T {
  const problems: string[] = [];
  const check = (good: boolean, sentence: string) => void (good || problems.push(sentence));
  const optional = (name: string): string | undefined => {
    const [value, file] = [environment[name]?.trim(), environment[`${name}_FILE`]?.trim()];
    if (value || !file) return value || undefined;
    try {
      return readFileSync(file, "utf8").trim() || undefined;
    } catch {
      problems.push(`The file that ${name}_FILE names cannot be read.`);
      return undefined;
    }
  };
  const required = (name: string, sentence: string): string => {
    const before = problems.length;
    const value = optional(name);
    if (!value && problems.length === before) problems.push(sentence);
    return value ?? "";
  };
  const read = work({
    optional,
    required,
    check,
    address: (name, sentence) => {
      const value = optional(name);
      if (!value) return undefined;
      check(URL.canParse(value), sentence);
      return URL.canParse(value) ? new URL(value) : undefined;
    },
    list: (name) => (optional(name) ?? "").split(/[\s,]+/).filter(Boolean),
  });
  if (problems.length > 0) throw new UnusableSetting(problems.join("\n"));
  return read;
}
