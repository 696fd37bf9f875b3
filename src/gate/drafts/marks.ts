import type { Finding } from "#src/language/deidentify/deidentify.ts";
import { isListed, wordOf } from "#src/language/deidentify/listed.ts";
import { foundTogether, replacedTogether, standInsTogether } from "#src/language/deidentify/together.ts";
import type { DraftContent } from "./draft.ts";

export const parts = ["sentence", "story", "matters"] as const;
export type TextPart = (typeof parts)[number];

/** What nobody needs to be asked about: words the writer cleared in this text, and those this municipality excuses everywhere. */
export type Cleared = { readonly words: readonly string[]; readonly excuses: ReadonlySet<string> };

/** One thing that was found, however often it stands in the text: what it is known by, as it is written first, and what would stand in its place. */
export type Mark = {
  readonly word: string;
  readonly written: string;
  readonly part: TextPart;
  readonly start: number;
  readonly count: number;
  readonly standIn: string;
} & Pick<Finding, "type" | "certain" | "why">;

/** What stands in a text before it is shared: `found` by part, to underline; `certain` has to go, `open` is asked, each once. */
export type Marks = {
  readonly found: Readonly<Record<TextPart, readonly Finding[]>>;
  readonly certain: readonly Mark[];
  readonly open: readonly Mark[];
};

const textsOf = (content: DraftContent): string[] => parts.map((part) => content[part]);

/** An excuse clears a doubt, never what somebody or some place is called. */
const excused = ({ words, excuses }: Cleared): ((word: string) => boolean) => {
  const own = new Set(words);
  return (word) => own.has(word) || (excuses.has(word) && !isListed(word));
};

/** What was found in the three texts together. What is certain is never cleared; what is doubtful, once for each word, unless it was. */
export function marksOf(content: DraftContent, cleared: Cleared): Marks {
  const texts = textsOf(content);
  const isCleared = excused(cleared);
  const found = foundTogether(texts).map((list, index) =>
    list.filter(({ certain, start, end }) => certain || !isCleared(wordOf(texts[index]!.slice(start, end)))),
  );
  const standIns = standInsTogether(texts, found);
  const marks = new Map<string, Mark>();
  for (const [index, part] of parts.entries())
    for (const [which, { start, end, type, certain, why }] of found[index]!.entries()) {
      const written = texts[index]!.slice(start, end);
      const word = wordOf(written);
      const key = `${certain} ${word}`;
      const before = marks.get(key);
      marks.set(
        key,
        before ? { ...before, count: before.count + 1 } : { word, written, part, start, count: 1, standIn: standIns[index]![which]!, type, certain, why },
      );
    }
  const [sentence = [], story = [], matters = []] = found;
  const all = [...marks.values()];
  return { found: { sentence, story, matters }, certain: all.filter((mark) => mark.certain), open: all.filter((mark) => !mark.certain) };
}

/** The texts without what is certain, or without these words by the writer's own word or the one in brackets. */
export function replacedIn(content: DraftContent, words?: ReadonlySet<string>, own?: string): DraftContent {
  const wanted = words && ((_: Finding, written: string) => words.has(wordOf(written)));
  const [sentence = "", story = "", matters = ""] = replacedTogether(textsOf(content), wanted, own);
  return { ...content, sentence, story, matters };
}

/** Most words somebody clears in one text. */
const mostWords = 500;

/** The words that are cleared once these are: of what still stands in the text as doubtful, each once. What is certain cannot be cleared. */
export function clearedWith(before: readonly string[], marks: Marks, no: readonly string[]): string[] {
  const open = new Set(marks.open.map(({ word }) => word));
  return [...new Set([...before, ...no.filter((word) => open.has(word))])].slice(0, mostWords);
}

/** Which cleared words of a text that is shared may help others: those that still stand in it as doubtful and that nobody is called by. */
export function proposable(content: DraftContent, words: readonly string[]): string[] {
  const open = new Set(marksOf(content, { words: [], excuses: new Set() }).open.map(({ word }) => word));
  return words.filter((word) => open.has(word) && word.length <= 100 && !isListed(word));
}

/** What a writer says of what was found: which words are a person and have to go, and which are nobody. */
export type Answers = { readonly yes: ReadonlySet<string>; readonly no: readonly string[] };

/** The answers of a form: fields "mark-1" and on, each "yes" or "no" with the word it is about. */
export function answersIn(fields: Readonly<Record<string, unknown>>): Answers {
  const given = Object.entries(fields)
    .filter(([name]) => /^mark-\d{1,4}$/.test(name))
    .flatMap(([, value]) => (typeof value === "string" ? [/^(yes|no) (.+)$/s.exec(value)] : []))
    .flatMap((found) => (found ? [{ answer: found[1]!, word: wordOf(found[2]!) }] : []));
  const of = (wished: string) => given.filter(({ answer }) => answer === wished).map(({ word }) => word);
  return { yes: new Set(of("yes")), no: of("no") };
}

export const neighbours = ["no", "perhaps", "perhaps-still"] as const;
/** Whether somebody from the neighbourhood would recognise the person, as the writer answers it. */
export type Neighbour = (typeof neighbours)[number];
export type Held = "recognisable" | "open" | "neighbour" | "perhaps";

/**
 * What still holds up a text before it is shared. What is certain blocks; what is doubtful asks, each once or all together (`looked`); the last
 * question is no gate, but it is answered, and who answers "perhaps" first reads what one can do.
 */
export function heldBy(marks: Marks, looked: boolean, neighbour: Neighbour | undefined): Held | undefined {
  if (marks.certain.length > 0) return "recognisable";
  if (marks.open.length > 0 && !looked) return "open";
  if (!neighbour) return "neighbour";
  return neighbour === "perhaps" ? "perhaps" : undefined;
}
