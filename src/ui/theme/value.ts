import Color from "colorjs.io";
import { knownAs, type Token } from "./tokens.ts";

const longest = 100;
/** Pixels of one of each; the style is made for a root of 16 pixels. */
const units: Readonly<Record<string, number>> = { px: 1, rem: 16 };
const named: Readonly<Record<string, string>> = { light: "300", regular: "400", normal: "400", medium: "500", semibold: "600", bold: "700", black: "900" };

/** Typefaces that every machine has, and the one that Haarvat brings; no theme loads another. */
export const families: readonly string[] = [
  `"Source Sans 3", system-ui, sans-serif`,
  "system-ui, sans-serif",
  "Arial, Helvetica, sans-serif",
  "Verdana, Geneva, sans-serif",
  "Georgia, serif",
];

/**
 * A value as a stylesheet may hold it, made anew from what was understood; undefined when it was not.
 * Nothing of what somebody wrote is copied, so nothing but a colour, length, number or known typeface can come out.
 */
export function readValue(name: Token, written: unknown): string | undefined {
  const { kind, least = 0, most = 0 } = knownAs(name);
  if ((typeof written !== "string" && typeof written !== "number") || String(written).length > longest) return undefined;
  const text = String(written).trim();
  if (kind === "colour") return readColour(text);
  if (kind === "length") return readLength(text, least, most);
  if (kind === "family") return families.find((known) => plain(known) === plain(text)) ?? families.find((known) => first(known) === first(text));
  const weight = Object.hasOwn(named, text.toLowerCase()) ? named[text.toLowerCase()]! : text;
  return /^\d{3}$/.test(weight) && Number(weight) >= least && Number(weight) <= most ? weight : undefined;
}

/** Six hexadecimal digits; a colour one can see through has no contrast of its own and is none. */
function readColour(text: string): string | undefined {
  try {
    const colour = new Color(text);
    if (colour.alpha !== 1) return undefined;
    const hex = colour.to("srgb").toGamut().toString({ format: "hex", collapse: false });
    return /^#[0-9a-f]{6}$/.test(hex) ? hex : undefined;
  } catch {
    return undefined;
  }
}

function readLength(text: string, least: number, most: number): string | undefined {
  const [, digits, unit] = /^(\d{1,4}(?:\.\d{1,4})?)(px|rem)$/.exec(text) ?? [];
  if (!digits || !unit) return undefined;
  const pixels = Number(digits) * units[unit]!;
  return pixels >= least && pixels <= most ? `${Number(digits)}${unit}` : undefined;
}

const plain = (stack: string): string => stack.toLowerCase().replaceAll(/["'\s]/g, "");
const first = (stack: string): string => plain(stack).split(",")[0]!;
