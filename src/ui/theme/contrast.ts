import Color from "colorjs.io";
import { needed, type Pair, pairs, parts } from "./pairs.ts";
import { type Theme, whole } from "./theme.ts";
import { type Scheme, schemes } from "./tokens.ts";

/** Two colours that cannot be told apart well enough: the ratio there is, cut off at two digits so that it never reads as enough, and the one needed. */
export type Unreadable = Pair & {
  readonly scheme: Scheme;
  readonly frontColour: string;
  readonly backColour: string;
  readonly ratio: number;
  readonly needed: number;
};

/** The contrast of two colours by WCAG 2.2, between 1 and 21. */
export const ratioOf = (one: string, other: string): number => new Color(one).contrast(new Color(other), "WCAG21");

/** Every pair of the style that cannot be read in this theme, the worst first; empty when everybody can read it. */
export function unreadable(theme: Theme): Unreadable[] {
  const values = whole(theme);
  const found = schemes.flatMap((scheme) =>
    pairs.map((pair) => {
      const [frontColour, backColour] = [values[scheme][parts[pair.front]], values[scheme][parts[pair.back]]];
      return { ...pair, scheme, frontColour, backColour, ratio: ratioOf(frontColour, backColour), needed: needed[pair.kind] };
    }),
  );
  return found
    .filter(({ ratio, needed }) => ratio < needed)
    .sort((one, other) => one.ratio / one.needed - other.ratio / other.needed)
    .map((pair) => ({ ...pair, ratio: Math.floor(pair.ratio * 100) / 100 }));
}
