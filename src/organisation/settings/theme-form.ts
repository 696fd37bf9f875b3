import { type Unreadable, unreadable } from "#src/ui/theme/contrast.ts";
import { type Theme, whole } from "#src/ui/theme/theme.ts";
import { isColour, knownAs, type Scheme, schemes, type Token, tokenNames } from "#src/ui/theme/tokens.ts";
import { readValue } from "#src/ui/theme/value.ts";

/** One value as it stands in the form. */
export type Slot = { readonly field: string; readonly scheme: Scheme; readonly token: Token };
/** Every value that the form carries; sizes and typefaces once, as they are the same in the dark. */
export const slots: readonly Slot[] = schemes.flatMap((scheme) =>
  tokenNames.filter((token) => scheme === "light" || isColour(token)).map((token) => ({ field: `${scheme}-${token}`, scheme, token })),
);

export type Typed = ReadonlyMap<string, string>;
export type ThemeRefusal = { readonly bad: readonly Slot[] } | { readonly unreadable: readonly Unreadable[] };

/** What the form shows of a theme: every value, Haarvat's own where it has none. */
export function typedOf(theme: Theme): Typed {
  const values = whole(theme);
  return new Map(slots.map(({ field, scheme, token }) => [field, values[scheme][token]]));
}

/** The theme as typed; what is empty, or the same as Haarvat's own, is not part of it. Refused: what is no value, and what cannot be read. */
export function readTheme(typed: Typed): Theme | ThemeRefusal {
  const theme: Record<Scheme, Partial<Record<Token, string>>> = { light: {}, dark: {} };
  const bad: Slot[] = [];
  for (const slot of slots) {
    const written = typed.get(slot.field)?.trim() ?? "";
    const value = written === "" ? undefined : readValue(slot.token, written);
    if (written !== "" && value === undefined) bad.push(slot);
    if (value !== undefined && value !== own(slot)) theme[slot.scheme][slot.token] = value;
  }
  if (bad.length > 0) return { bad };
  return refuseTheme(theme) ?? theme;
}

/** Refused when not everybody could read it; undefined when everybody can. */
export function refuseTheme(theme: Theme): ThemeRefusal | undefined {
  const found = unreadable(theme);
  return found.length > 0 ? { unreadable: found } : undefined;
}

function own({ scheme, token }: Slot): string {
  const { light, dark = light } = knownAs(token);
  return scheme === "light" ? light : dark;
}
