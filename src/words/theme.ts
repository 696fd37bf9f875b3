import type { Part } from "#src/ui/theme/pairs.ts";
import type { Scheme } from "#src/ui/theme/tokens.ts";
import { both } from "./both.ts";

type Pair = { front: string; back: string; scheme: string; frontColour: string; backColour: string; ratio: string; needed: string };

/** The colours of a municipality. */
export const theme = both(
  {
    toTheme: "Kleuren en huisstijl",
    theme: "Kleuren",
    themeLead: "Uw gemeente in haar eigen kleuren. Wij letten erop dat iedereen alles kan blijven lezen.",
    otherColours: "De andere kleuren",
    schemes: { light: "licht", dark: "donker" } satisfies Record<Scheme, string>,
    parts: {
      paper: "papier",
      sheet: "invulveld",
      wash: "rustig vlak",
      ink: "letters",
      quiet: "zachte letters",
      edge: "rand van een veld",
      button: "knop",
      "button-hover": "knop onder de muis",
      "button-ink": "letters op een knop",
      asks: "wat iets van u vraagt",
      "asks-wash": "vlak van wat iets vraagt",
      holds: "wat standhoudt",
      "holds-wash": "vlak van wat standhoudt",
      link: "links",
      focus: "rand om waar u bent",
    } satisfies Record<Part, string>,
    line: "dunne lijn",
    noColour: (name: string) => `Schrijf bij “${name}” een kleur zonder doorzicht, bijvoorbeeld #1f4f7a.`,
    unreadable: (count: number) =>
      count === 1
        ? "Eén paar kleuren lijkt te veel op elkaar. Er is niets veranderd."
        : `${count} paren kleuren lijken te veel op elkaar. Er is niets veranderd.`,
    unreadablePair: ({ front, back, scheme, frontColour, backColour, ratio, needed }: Pair) =>
      `${scheme}: “${front}” (${frontColour}) op “${back}” (${backColour}) heeft contrast ${ratio}; nodig is ${needed}.`,
    sample: "Aa Bb",
    tokens: "Uit een bestand",
    tokensLead:
      "Kies of plak de design tokens van uw huisstijl, als JSON van NL Design System. Haarvat neemt over wat het kent. Een lettertype dat hier niet is, blijft weg.",
    tokensFile: "Bestand",
    tokensPaste: "Of plak de tokens hier",
    tokensRead: "Neem over",
    notTokens: "Kies een JSON-bestand met basis-tokens van NL Design System. Er is niets veranderd.",
    badToken: (token: string) => `Kijk naar ${token}: die waarde kennen wij niet. Er is niets veranderd.`,
    themeRemove: "Terug naar de kleuren van Haarvat",
    themeRemoveLead: "Uw eigen kleuren gaan dan weg.",
  },
  {
    toTheme: "Colours and house style",
    theme: "Colours",
    themeLead: "Your municipality in its own colours. We see to it that everybody can keep reading everything.",
    otherColours: "The other colours",
    schemes: { light: "light", dark: "dark" },
    parts: {
      paper: "paper",
      sheet: "field to fill in",
      wash: "quiet area",
      ink: "letters",
      quiet: "soft letters",
      edge: "border of a field",
      button: "button",
      "button-hover": "button under the mouse",
      "button-ink": "letters on a button",
      asks: "what asks something of you",
      "asks-wash": "area of what asks something",
      holds: "what holds",
      "holds-wash": "area of what holds",
      link: "links",
      focus: "border around where you are",
    },
    line: "thin line",
    noColour: (name: string) => `At “${name}”, write a colour one cannot see through, such as #1f4f7a.`,
    unreadable: (count: number) =>
      count === 1 ? "One pair of colours is too much alike. Nothing has changed." : `${count} pairs of colours are too much alike. Nothing has changed.`,
    unreadablePair: ({ front, back, scheme, frontColour, backColour, ratio, needed }: Pair) =>
      `${scheme}: “${front}” (${frontColour}) on “${back}” (${backColour}) has contrast ${ratio}; ${needed} is needed.`,
    sample: "Aa Bb",
    tokens: "From a file",
    tokensLead:
      "Choose or paste the design tokens of your house style, as JSON of NL Design System. Haarvat takes what it knows. A typeface that is not here is left out.",
    tokensFile: "File",
    tokensPaste: "Or paste the tokens here",
    tokensRead: "Take over",
    notTokens: "Choose a JSON file with basis tokens of NL Design System. Nothing has changed.",
    badToken: (token: string) => `Look at ${token}: that is a value we do not know. Nothing has changed.`,
    themeRemove: "Back to the colours of Haarvat",
    themeRemoveLead: "Your own colours will then be gone.",
  },
);
