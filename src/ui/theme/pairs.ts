import type { ColourToken } from "./tokens.ts";

/** WCAG 2.2: success criteria 1.4.3 (text) and 1.4.11 (borders of controls, focus). */
export const needed = { text: 4.5, control: 3 } as const;

/** What a colour is to whoever looks; the words for it are in the catalogue. */
export const parts = {
  paper: "color-default-bg-document",
  sheet: "color-default-bg-default",
  wash: "color-default-bg-subtle",
  ink: "color-default-color-document",
  quiet: "color-default-color-subtle",
  edge: "color-default-border-default",
  button: "color-default-inverse-bg-default",
  "button-hover": "color-default-inverse-bg-hover",
  "button-ink": "color-default-inverse-color-default",
  asks: "color-accent-1-color-default",
  "asks-wash": "color-accent-1-bg-subtle",
  holds: "color-accent-2-color-default",
  "holds-wash": "color-accent-2-bg-subtle",
  link: "color-action-1-color-default",
  focus: "focus-outline-color",
} as const satisfies Record<string, ColourToken>;
export type Part = keyof typeof parts;

/** Thin lines that only order the page; nothing is lost on who does not see them. */
export const ornaments: readonly ColourToken[] = ["color-default-border-subtle"];

export type Pair = { readonly front: Part; readonly back: Part; readonly kind: keyof typeof needed };

const on = (kind: Pair["kind"], fronts: readonly Part[], backs: readonly Part[]): Pair[] =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, kind })));

/** Every pair of colours that has to be told apart in the style; tests over src/ui/css and over the pages look for pairs that are missing. */
export const pairs: readonly Pair[] = [
  ...on("text", ["ink", "link"], ["paper", "sheet", "wash", "asks-wash", "holds-wash"]),
  ...on("text", ["quiet"], ["paper", "sheet", "wash", "asks-wash", "holds-wash"]),
  ...on("text", ["asks", "holds"], ["paper", "wash"]),
  ...on("text", ["button-ink"], ["button", "button-hover"]),
  ...on("control", ["edge"], ["paper", "sheet", "wash"]),
  ...on("control", ["button"], ["paper"]),
  ...on("control", ["focus"], ["paper", "sheet", "wash", "asks-wash", "holds-wash"]),
];
