import { both } from "./both.ts";

type Gate = {
  mustGo: string;
  mayAsk: string;
  mayAskLead: string;
  clean: string;
  because: (why: string) => string;
  times: (count: number) => string;
  jump: (word: string) => string;
  jumped: (standIn: string) => string;
  replace: (standIn: string) => string;
  roles: string;
  role: readonly string[];
  goTitle: string;
  goLead: string;
  goNext: string;
  each: string;
  eachLabel: (word: string) => string;
  eachButton: (word: string) => string;
  askTitle: string;
  askLead: string;
  askKeys: string;
  yes: string;
  no: string;
  keep: string;
  allNo: string;
  looked: string;
  lookedHint: (count: number) => string;
  neighbour: string;
  neighbourNo: string;
  neighbourPerhaps: string;
  perhapsTitle: string;
  perhapsLead: string;
  perhapsPlace: string;
  perhapsIllness: string;
  perhapsAsk: string;
  perhapsStill: string;
  rareTitle: string;
  rareIllness: string;
  rareProfession: string;
  rareBoth: string;
  notPerfect: string;
  refused: { replaced: string; open: string; neighbour: string; verdict: string; lookWords: string; reader: string };
};

/** What was found in a text before it is shared, and what is asked about it. */
export const gate = both<Gate>(
  {
    mustGo: "Moet eruit voordat u deelt",
    mayAsk: "Misschien herkenbaar",
    mayAskLead: "Dit vragen wij straks na.",
    clean: "Hier is niets gevonden dat naar iemand leidt.",
    because: (why) => `omdat: ${why}`,
    times: (count) => `${count} keer`,
    jump: (word) => `Ga in uw tekst naar: ${word}`,
    jumped: (standIn) => `Gekozen in uw tekst. Enter maakt er ${standIn} van.`,
    replace: (standIn) => `Maak ervan: ${standIn}`,
    roles: "Eén tik, in plaats van een naam",
    role: ["moeder", "vader", "zoon", "dochter", "buurman", "buurvrouw", "huisarts", "consulent", "wijkverpleegkundige", "school", "mevrouw", "de heer"],
    goTitle: "Dit moet er eerst uit",
    goLead: "Hieraan is iemand te herkennen. Dezelfde persoon krijgt overal hetzelfde nummer.",
    goNext: "Daarna kiest u met wie u het deelt.",
    each: "Of elk apart, met een eigen woord",
    eachLabel: (word) => `In plaats van ${word}`,
    eachButton: (word) => `Vervang ${word}`,
    askTitle: "Is dit een persoon, of herkenbaar?",
    askLead: "Elk woord vragen wij één keer. Uw antwoord blijft bij deze tekst bewaard.",
    askKeys: "Toetsen: j voor ja, n voor nee.",
    yes: "Ja, vervang",
    no: "Nee",
    keep: "Bewaar deze antwoorden",
    allNo: "Overal nee",
    looked: "Ik heb alles nagekeken; hierin is niemand herkenbaar",
    lookedHint: (count) => (count === 1 ? "Er is nog één woord zonder antwoord." : `Er zijn nog ${count} woorden zonder antwoord.`),
    neighbour: "Zou iemand uit de wijk deze persoon herkennen?",
    neighbourNo: "Nee, deel dit",
    neighbourPerhaps: "Misschien",
    perhapsTitle: "Wat u kunt doen",
    perhapsLead: "U beslist. Vaak helpt een van deze dingen:",
    perhapsPlace: "Laat de plaats, de straat of de school weg.",
    perhapsIllness: "Noem de ziekte of het beroep ruimer: “een zeldzame ziekte”, “werkt zelfstandig”.",
    perhapsAsk: "Vraag een collega van uw team om mee te lezen. Dat kan hieronder.",
    perhapsStill: "Deel het zo",
    rareTitle: "Samen kan dit één iemand zijn",
    rareIllness: "In deze tekst staan een plaats, een gezin en een ziekte bij elkaar.",
    rareProfession: "In deze tekst staan een plaats, een gezin en een beroep bij elkaar.",
    rareBoth: "In deze tekst staan een plaats, een gezin, een ziekte en een beroep bij elkaar.",
    notPerfect: "Dit scherm vindt veel, maar niet alles. U kent de mensen; lees daarom zelf ook.",
    refused: {
      replaced: "Wat u aanwees, is vervangen. Lees het nog één keer en deel het dan.",
      open: "Zeg eerst van elk woord of het een persoon is, of vink aan dat u alles hebt nagekeken.",
      neighbour: "Zeg eerst of iemand uit de wijk deze persoon zou herkennen.",
      verdict: "Kies wat u vindt.",
      lookWords: "Schrijf op welke woorden naar iemand leiden.",
      reader: "Kies een collega van uw team.",
    },
  },
  {
    mustGo: "Has to go before you share",
    mayAsk: "Perhaps recognisable",
    mayAskLead: "We ask you about this later.",
    clean: "Nothing was found here that leads to somebody.",
    because: (why) => `because: ${why}`,
    times: (count) => `${count} times`,
    jump: (word) => `Go in your text to: ${word}`,
    jumped: (standIn) => `Selected in your text. Enter turns it into ${standIn}.`,
    replace: (standIn) => `Turn into: ${standIn}`,
    roles: "One tap, instead of a name",
    role: ["moeder", "vader", "zoon", "dochter", "buurman", "buurvrouw", "huisarts", "consulent", "wijkverpleegkundige", "school", "mevrouw", "de heer"],
    goTitle: "This has to go first",
    goLead: "Somebody can be recognised by this. The same person gets the same number everywhere.",
    goNext: "After that you choose with whom you share it.",
    each: "Or each by itself, with a word of your own",
    eachLabel: (word) => `Instead of ${word}`,
    eachButton: (word) => `Replace ${word}`,
    askTitle: "Is this a person, or recognisable?",
    askLead: "We ask about each word once. Your answer stays with this text.",
    askKeys: "Keys: j for yes, n for no.",
    yes: "Yes, replace",
    no: "No",
    keep: "Keep these answers",
    allNo: "No to all",
    looked: "I looked through everything; nobody is recognisable in this",
    lookedHint: (count) => (count === 1 ? "One word has no answer yet." : `${count} words have no answer yet.`),
    neighbour: "Would somebody from the neighbourhood recognise this person?",
    neighbourNo: "No, share this",
    neighbourPerhaps: "Perhaps",
    perhapsTitle: "What you can do",
    perhapsLead: "You decide. Often one of these helps:",
    perhapsPlace: "Leave out the place, the street or the school.",
    perhapsIllness: "Name the illness or the profession more widely: “a rare illness”, “self-employed”.",
    perhapsAsk: "Ask a colleague of your team to read along. You can do that below.",
    perhapsStill: "Share it like this",
    rareTitle: "Together this may be one person",
    rareIllness: "A place, a family and an illness stand together in this text.",
    rareProfession: "A place, a family and a profession stand together in this text.",
    rareBoth: "A place, a family, an illness and a profession stand together in this text.",
    notPerfect: "This page finds much, but not everything. You know the people; so please read it yourself as well.",
    refused: {
      replaced: "What you pointed out was replaced. Read it once more, then share it.",
      open: "First say of each word whether it is a person, or tick that you looked through everything.",
      neighbour: "First say whether somebody from the neighbourhood would recognise this person.",
      verdict: "Choose what you think.",
      lookWords: "Write down which words lead to somebody.",
      reader: "Choose a colleague of your team.",
    },
  },
);
