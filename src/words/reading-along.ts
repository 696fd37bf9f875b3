import { both } from "./both.ts";

type ReadingAlong = {
  look: {
    ask: string;
    askHint: string;
    whom: string;
    pick: string;
    button: string;
    nobodyElse: string;
    asked: (who: string, day: string) => string;
    nobody: (who: string, day: string) => string;
    somebody: (who: string, day: string) => string;
    changed: string;
    title: string;
    lead: string;
    good: string;
    recognisable: string;
    words: string;
    wordsHint: string;
    answered: string;
    waits: string;
    notYet: string;
    saidNobody: string;
    saidSomebody: string;
    waiting: (count: number) => string;
  };
  excuses: {
    title: string;
    lead: string;
    none: string;
    proposed: string;
    texts: (count: number) => string;
    accept: string;
    refuse: string;
    aName: string;
    gone: string;
    accepted: string;
    refused: string;
    again: string;
    names: string;
  };
};

/** A second reader of the team, and the words a municipality no longer asks about. */
export const readingAlong = both<ReadingAlong>(
  {
    look: {
      ask: "Vraag een tweede lezer",
      askHint: "Een collega van uw team leest mee en zegt of iemand te herkennen is. U deelt zelf.",
      whom: "Wie leest mee?",
      pick: "Kies een collega",
      button: "Vraag om mee te lezen",
      nobodyElse: "In uw team is nu niemand anders.",
      asked: (who, day) => `Gevraagd om mee te lezen: ${who}, op ${day}. Er is nog geen antwoord.`,
      nobody: (who, day) => `Meegelezen door ${who}, op ${day}: niemand herkenbaar.`,
      somebody: (who, day) => `Meegelezen door ${who}, op ${day}: iemand is herkenbaar, door deze woorden.`,
      changed: "De tekst veranderde daarna nog.",
      title: "Uw collega vraagt u om mee te lezen",
      lead: "Zou iemand uit de wijk deze persoon herkennen?",
      good: "Goed zo: niemand herkenbaar",
      recognisable: "Iemand is herkenbaar",
      words: "Door welke woorden?",
      wordsHint: "Alleen nodig als iemand herkenbaar is.",
      answered: "Dank u. Wie dit schrijft, ziet uw antwoord.",
      waits: "vraagt u om mee te lezen",
      notYet: "een collega leest mee",
      saidNobody: "meegelezen: niemand herkenbaar",
      saidSomebody: "meegelezen: iemand is herkenbaar",
      waiting: (count) => (count === 1 ? "Een collega vraagt u om mee te lezen" : `${count} collega’s vragen u om mee te lezen`),
    },
    excuses: {
      title: "Woorden die niemand aanwijzen",
      lead: "Wie schrijft, krijgt een vraag over elk woord dat een naam kan zijn. Deze woorden bleken in minstens drie teksten geen persoon.",
      none: "Er is nu geen woord om over te beslissen.",
      proposed: "Voortaan niet meer vragen?",
      texts: (count) => `in ${count} teksten geen persoon`,
      accept: "Niet meer vragen",
      refuse: "Blijf vragen",
      aName: "Zo heet ook iemand, of een plaats. Daarom blijven wij ernaar vragen.",
      gone: "Over dit woord is al beslist.",
      accepted: "Wordt niet meer gevraagd",
      refused: "Wordt altijd gevraagd",
      again: "Haal weg",
      names: "Een naam of plaats komt hier nooit bij. Wie een woord goedkeurde, staat nergens.",
    },
  },
  {
    look: {
      ask: "Ask a second reader",
      askHint: "A colleague of your team reads along and says whether somebody can be recognised. You share it yourself.",
      whom: "Who reads along?",
      pick: "Choose a colleague",
      button: "Ask to read along",
      nobodyElse: "There is nobody else in your team now.",
      asked: (who, day) => `Asked to read along: ${who}, on ${day}. There is no answer yet.`,
      nobody: (who, day) => `Read by ${who}, on ${day}: nobody recognisable.`,
      somebody: (who, day) => `Read by ${who}, on ${day}: somebody is recognisable, by these words.`,
      changed: "The text changed after that.",
      title: "Your colleague asks you to read along",
      lead: "Would somebody in the neighbourhood know who this is?",
      good: "Good: nobody recognisable",
      recognisable: "Somebody is recognisable",
      words: "By which words?",
      wordsHint: "Only needed when somebody is recognisable.",
      answered: "Thank you. Whoever writes this sees your answer.",
      waits: "asks you to read along",
      notYet: "a colleague reads along",
      saidNobody: "read along: nobody recognisable",
      saidSomebody: "read along: somebody is recognisable",
      waiting: (count) => (count === 1 ? "A colleague asks you to read along" : `${count} colleagues ask you to read along`),
    },
    excuses: {
      title: "Words that point to nobody",
      lead: "Whoever writes is asked about each word that may be a name. These words turned out to be no person in at least three texts.",
      none: "There is no word to decide on now.",
      proposed: "Stop asking from now on?",
      texts: (count) => `no person in ${count} texts`,
      accept: "Stop asking",
      refuse: "Go on asking",
      aName: "Somebody is called this too, or a place. So we go on asking.",
      gone: "This word was decided on already.",
      accepted: "Not asked any more",
      refused: "Always asked",
      again: "Take away",
      names: "A name or place is never added here. Who cleared a word is not kept anywhere.",
    },
  },
);
