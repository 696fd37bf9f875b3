import { againIn } from "./consistent.ts";
import { disjoint } from "./disjoint.ts";
import { doubtsIn } from "./doubts.ts";
import type { Finding } from "./finding.ts";
import { namesIn } from "./names/names.ts";
import { organisationsIn } from "./organisations.ts";
import { agesIn } from "./patterns/ages.ts";
import { addressesOfTheWebIn, caseNumbersIn, platesIn, smallInitialsIn, spreadIn } from "./patterns/codes.ts";
import { datesIn } from "./patterns/dates.ts";
import { familiesIn } from "./patterns/families.ts";
import { bsnIn, emailIn, ibanIn, phoneIn, postcodeIn, postcodeWithNumberIn } from "./patterns/numbers.ts";
import { placesIn } from "./places.ts";
import { plainly } from "./plain.ts";
import { streetsIn } from "./streets.ts";
import { standInsOf } from "./stand-ins.ts";
import { excuse, isSmall, type Read } from "./text.ts";
import { tokens } from "./tokens.ts";
import type { Lexicon } from "./words/lexicon.ts";
import { lexicon as ours } from "./words/load.ts";

export type { Finding, FindingType } from "./finding.ts";

/**
 * Finds what in a text could lead to a person, in two grades: certain, and doubtful, which is every capital, number and sign that no excuse
 * clears. Sorted and disjoint; where two overlap the certain one stays whole. Text in, findings out: it keeps nothing.
 */
export function findings(text: string, lexicon: Lexicon = ours()): Finding[] {
  const plain = plainly(text);
  const shapes = /[\d@]|www|http|punt|apen|dot|at\)|\p{L}\.\p{L}{2}/u.test(plain)
    ? [ibanIn, emailIn, bsnIn, phoneIn, postcodeWithNumberIn, postcodeIn, datesIn, platesIn, caseNumbersIn, addressesOfTheWebIn].flatMap((finder) =>
        finder(plain),
      )
    : datesIn(plain);
  const beside = [...agesIn(plain), ...familiesIn(plain), ...spreadIn(plain), ...smallInitialsIn(plain)];
  const list = tokens(plain);
  const standIns = standInsOf(plain);
  const read: Read = { text: plain, tokens: list, lexicon, small: isSmall(list), taken: claimed(list, disjoint(plain, [...shapes, ...beside]), standIns) };
  excuse(read);
  const told = [...streetsIn(read), ...organisationsIn(read), ...placesIn(read), ...namesIn(read)];
  const all = disjoint(plain, [...shapes, ...beside, ...told]).filter(outside(standIns));
  return disjoint(plain, [...all, ...againIn(read, all), ...doubtsIn(read)]).filter(outside(standIns));
}

type Span = { readonly start: number; readonly end: number };

/** Which tokens are spoken for: those in a finding, and what stands in a text instead of a detail. */
function claimed(list: Read["tokens"], ...spoken: (readonly Span[])[]): Uint8Array {
  const taken = new Uint8Array(list.length);
  for (const spans of spoken) {
    let which = 0;
    for (const [at, { start, end }] of list.entries()) {
      while (which < spans.length && spans[which]!.end <= start) which += 1;
      if (which < spans.length && spans[which]!.start < end) taken[at] = 1;
    }
  }
  return taken;
}

const outside =
  (spans: readonly Span[]) =>
  ({ start, end }: Finding): boolean =>
    !spans.some((span) => start >= span.start && end <= span.end);
