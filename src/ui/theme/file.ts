import { type Theme } from "./theme.ts";
import { isColour, isToken, type Scheme, type Token } from "./tokens.ts";
import { readValue } from "./value.ts";

/** What a file with design tokens came to: the theme with what of it was left out, or why it is none. */
export type ReadFile =
  | { readonly theme: Theme; readonly leftOut: readonly Token[] }
  | { readonly refusal: "notTokens" }
  | { readonly refusal: "badValue"; readonly token: Token };

const deepest = 12;
const mostReferences = 20;

/**
 * Reads design tokens as NL Design System publishes them: with or without sets, references in braces, a set for the dark by its name.
 * Everything but our own tokens is passed over. A typeface that Haarvat does not have is left out; any other value that is not understood refuses the file.
 */
export function readTokenFile(text: string): ReadFile {
  const file = parsed(text);
  if (!isGroup(file)) return { refusal: "notTokens" };
  const sets = Object.hasOwn(file, "basis") ? [["", file] as const] : Object.entries(file).filter(([, set]) => isGroup(set));
  const isDark = ([name]: readonly [string, unknown]) => /dark/i.test(name);
  const light = valuesOf(sets.filter((set) => !isDark(set)));
  const dark = new Map([...light, ...valuesOf(sets.filter(isDark))]);
  const found: Record<Scheme, Partial<Record<Token, string>>> = { light: {}, dark: {} };
  const leftOut = new Set<Token>();
  for (const [scheme, values] of Object.entries({ light, ...(sets.some(isDark) && { dark }) }) as [Scheme, Map<string, unknown>][])
    for (const path of values.keys()) {
      const name = path.startsWith("basis.") ? path.slice("basis.".length).replaceAll(".", "-") : "";
      if (!isToken(name) || (scheme === "dark" && !isColour(name))) continue;
      const value = readValue(name, resolved(values, path));
      if (value !== undefined) found[scheme][name] = value;
      else if (name === "text-font-family-default") leftOut.add(name);
      else return { refusal: "badValue", token: name };
    }
  return Object.keys(found.light).length === 0 && Object.keys(found.dark).length === 0 ? { refusal: "notTokens" } : { theme: found, leftOut: [...leftOut] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isGroup = (part: unknown): part is Record<string, unknown> => typeof part === "object" && part !== null && !Array.isArray(part);

/** All values of some sets by their path; a later set goes before an earlier one. */
function valuesOf(sets: readonly (readonly [string, unknown])[]): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const walk = (part: unknown, path: string, depth: number): void => {
    if (!isGroup(part) || depth > deepest) return;
    if (Object.hasOwn(part, "$value")) values.set(path, part["$value"]);
    else for (const [name, inner] of Object.entries(part)) walk(inner, path ? `${path}.${name}` : name, depth + 1);
  };
  for (const [, set] of sets) walk(set, "", 0);
  return values;
}

/** Follows references to a value; undefined when they lead nowhere or in a circle. */
function resolved(values: ReadonlyMap<string, unknown>, path: string): unknown {
  let value = values.get(path);
  for (let step = 0; step < mostReferences; step += 1) {
    const [, to] = typeof value === "string" ? (/^\{([^{}]+)\}$/.exec(value.trim()) ?? []) : [];
    if (to === undefined) return value;
    value = values.get(to);
  }
  return undefined;
}
