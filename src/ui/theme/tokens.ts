/** What a value of a token has to be. */
type Kind = "colour" | "length" | "weight" | "family";
export type Scheme = "light" | "dark";
export const schemes = ["light", "dark"] as const satisfies readonly Scheme[];

type Known = { readonly kind: Kind; readonly light: string; readonly dark?: string; readonly least?: number; readonly most?: number };
const colour = (light: string, dark: string) => ({ kind: "colour", light, dark }) as const;
/** Bounds in pixels, so that no theme hides the focus, or makes a button too small to press. */
const length = (light: string, least: number, most: number) => ({ kind: "length", light, least, most }) as const;

/**
 * The `--basis-*` tokens of NL Design System that the style reads, with Haarvat's own values: all a theme may set.
 * The same values stand in src/ui/css/1-tokens.css, for pages of a municipality without a theme; a test compares them.
 */
export const tokens = {
  "color-default-bg-document": colour("#fcfaf6", "#171411"),
  "color-default-bg-default": colour("#ffffff", "#1f1b17"),
  "color-default-bg-subtle": colour("#f5f0e7", "#25201b"),
  "color-default-color-document": colour("#211d18", "#efe8dd"),
  "color-default-color-subtle": colour("#655c50", "#b5aa9b"),
  "color-default-border-subtle": colour("#e4dccf", "#3a332b"),
  "color-default-border-default": colour("#857a6b", "#8f8474"),
  "color-default-inverse-bg-default": colour("#211d18", "#efe8dd"),
  "color-default-inverse-bg-hover": colour("#453d33", "#d5cbbb"),
  "color-default-inverse-color-default": colour("#fcfaf6", "#171411"),
  "color-accent-1-color-default": colour("#a8281f", "#ff9a8a"),
  "color-accent-1-bg-subtle": colour("#fbeeea", "#35201c"),
  "color-accent-2-color-default": colour("#1d6a66", "#7fcdc4"),
  "color-accent-2-bg-subtle": colour("#e8f2f0", "#1b2b29"),
  "color-action-1-color-default": colour("#1f4f7a", "#9cc7ee"),
  "focus-outline-color": colour("#1f4f7a", "#9cc7ee"),
  "focus-outline-width": length("3px", 2, 8),
  "focus-outline-offset": length("3px", 0, 8),
  "border-radius-md": length("0.3rem", 0, 32),
  "border-radius-round": length("2rem", 0, 9999),
  "border-width-sm": length("1px", 1, 4),
  "text-font-family-default": { kind: "family", light: `"Source Sans 3", system-ui, sans-serif` },
  "text-font-weight-default": { kind: "weight", light: "400", least: 300, most: 500 },
  "text-font-weight-bold": { kind: "weight", light: "600", least: 500, most: 900 },
  "text-font-size-md": length("1rem", 14, 24),
  "pointer-target-min-block-size": length("2.75rem", 44, 96),
  "page-max-inline-size": length("80rem", 640, 2400),
} as const satisfies Record<string, Known>;

export type Token = keyof typeof tokens;
export type ColourToken = { [Name in Token]: (typeof tokens)[Name]["kind"] extends "colour" ? Name : never }[Token];

export const tokenNames = Object.keys(tokens) as Token[];
export const isColour = (name: Token): name is ColourToken => tokens[name].kind === "colour";
export const knownAs = (name: Token): Known => tokens[name];

/** Whether somebody else's name for a token is one of ours; names from a prototype are not. */
export const isToken = (name: string): name is Token => Object.hasOwn(tokens, name);
