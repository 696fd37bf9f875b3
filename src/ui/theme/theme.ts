import { isColour, knownAs, schemes, type Scheme, type Token, tokenNames } from "./tokens.ts";
import { readValue } from "./value.ts";

/** What a municipality sets itself, by scheme; whatever is not here is Haarvat's own. */
export type Theme = Readonly<Record<Scheme, Readonly<Partial<Record<Token, string>>>>>;
/** A theme with all its values. */
export type WholeTheme = Readonly<Record<Scheme, Readonly<Record<Token, string>>>>;

export const noTheme: Theme = { light: {}, dark: {} };

/** What was kept, read as strictly as what comes in; what is not understood is left out. */
export function keptTheme(kept: unknown): Theme {
  const read = (scheme: Scheme) =>
    Object.fromEntries(
      tokenNames.flatMap((name) => {
        const value = readValue(name, (kept as Record<Scheme, Record<Token, unknown>> | null)?.[scheme]?.[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return { light: read("light"), dark: read("dark") };
}

/** All values in both schemes; sizes and typefaces are the same in the dark unless it has its own. */
export function whole(theme: Theme): WholeTheme {
  const own = (name: Token, scheme: Scheme) => {
    const { light, dark = light } = knownAs(name);
    return scheme === "light" ? light : dark;
  };
  const of = (scheme: Scheme) =>
    Object.fromEntries(
      tokenNames.map((name) => [name, theme[scheme][name] ?? (isColour(name) ? own(name, scheme) : (theme.light[name] ?? own(name, scheme)))]),
    ) as Record<Token, string>;
  return { light: of("light"), dark: of("dark") };
}

/** The theme as a stylesheet that comes after our own: every token, in the same conditions as src/ui/css/1-tokens.css. */
export function stylesheetOf(theme: Theme): string {
  const values = whole(theme);
  const [light, dark] = schemes.map((scheme) => tokenNames.map((name) => `--basis-${name}:${values[scheme][name]}`).join(";"));
  return (
    `:root{${light}}\n@media screen and (prefers-color-scheme:dark){:root{${dark}}}\n` +
    `@media (prefers-contrast:more){:root{--basis-color-default-color-subtle:var(--basis-color-default-color-document);` +
    `--basis-color-default-border-subtle:var(--basis-color-default-border-default)}}\n`
  );
}
