import type { FindingType } from "#src/language/deidentify/deidentify.ts";
import type { Kind } from "#src/learning/signals/words.ts";
import { both } from "./both.ts";

type Writing = {
  title: Record<Kind, string>;
  sentence: Record<Kind, string>;
  kindLabel: string;
  lead: string;
  saved: (time: string) => string;
  savedTeam: string;
  notSaved: string;
  savingDevice: string;
  story: string;
  storyHint: string;
  taps: string;
  laws: string;
  snags: string;
  more: string;
  voice: string;
  matters: string;
  mattersHint: string;
  mattersSource: string;
  areas: string;
  stage: string;
  level: string;
  harm: string;
  harmHint: string;
  danger: string;
  named: string;
  onward: string;
  keep: string;
  throwAway: string;
  releaseTitle: string;
  releaseLead: string;
  forWhom: string;
  everyone: string;
  teamOnly: string;
  chosen: string;
  readers: string;
  whoReads: string;
  asked: (who: string, day: string) => string;
  unrouted: string;
  aroundAsk: string;
  aroundHint: string;
  council: string;
  urgent: string;
  replaceAll: (count: number) => string;
  finding: Record<FindingType, string>;
  backToWriting: string;
  aside: string;
  asideWho: string;
  worksCourse: string;
  without: string;
  colleaguesSee: string;
  harmReads: (days: number) => string;
  withName: string;
  readAgain: string;
  forWhomMissing: string;
  unknown: string;
};

/** Writing a signal, and releasing it. */
export const writing = both<Writing>(
  {
    title: { stuck: "Waar liep het vast?", works: "Wat werkt, en waarom?", around: "Waar werkte u omheen?" },
    sentence: { stuck: "Waar liep het vast?", works: "Wat werkt er?", around: "Wat deed u, en welk idee over een regel hield u stil?" },
    kindLabel: "Soort",
    lead: "Eén zin is genoeg. Namen hoeven niet: schrijf moeder, huisarts, buurman.",
    saved: (time) => `Bewaard om ${time}`,
    savedTeam: "u en uw team kunnen dit zien",
    notSaved: "Nog niet bewaard",
    savingDevice: "Geen verbinding. Uw tekst staat veilig op dit apparaat.",
    story: "Wilt u er meer bij vertellen?",
    storyHint: "Wat gebeurde er? Wat hebt u al geprobeerd?",
    taps: "Twee tikken, en anderen met hetzelfde vinden u",
    laws: "Om welke wet gaat het?",
    snags: "Waar zit het vast?",
    more: "Nog meer, als u wilt",
    voice: "Wiens stem is dit?",
    matters: "Wat telt voor de inwoner?",
    mattersHint: "Het liefst in de eigen woorden.",
    mattersSource: "Hoe weet u dat?",
    areas: "Waar in het leven raakt het?",
    stage: "Waar in de toegang gebeurt het?",
    level: "Op welk niveau leeft de regel?",
    harm: "Dit doet iemand nu schade",
    harmHint: "Dan is er sneller een antwoord nodig.",
    danger: "Is er nu gevaar? Bel 112. Praten over zelfmoord: bel 113 of 0800-0113. Geweld thuis: Veilig Thuis, 0800-2000.",
    named: "Mijn naam mag erbij",
    onward: "Verder: lezen zoals collega’s het zien",
    keep: "Bewaar voor later",
    throwAway: "Gooi weg",
    releaseTitle: "Zo lezen collega’s het",
    releaseLead: "Lees het nog één keer, zoals een collega het leest.",
    forWhom: "Voor wie?",
    everyone: "Alle collega’s in de toegang",
    teamOnly: "Mijn team",
    chosen: "Deze collega’s",
    readers: "Kies collega’s",
    whoReads: "Wie leest dit nog meer?",
    asked: (who, day) => `${who} antwoordt, uiterlijk ${day}.`,
    unrouted: "Er is nog niemand aangewezen. Na twee werkdagen zoekt de leercoach wie kan antwoorden.",
    aroundAsk: "Iemand met mandaat mag dit lezen en antwoorden",
    aroundHint: "Zonder vinkje blijft het onder de collega’s die u kiest.",
    council: "Komt het antwoord te laat? Dan ziet de cliëntenraad de zin, het team en de datum.",
    urgent: "Dit doet nu schade: er is binnen de korte termijn antwoord nodig.",
    replaceAll: (count) => (count === 1 ? "Vervang dit" : `Vervang alle ${count}`),
    finding: {
      NAME: "naam",
      AGE: "leeftijd",
      DOB: "geboortedatum",
      DATE: "datum",
      BSN: "burgerservicenummer",
      ADDRESS: "adres",
      POSTCODE: "postcode",
      PLACE: "plaats",
      PHONE: "telefoonnummer",
      EMAIL: "e-mailadres",
      URL: "webadres",
      IBAN: "rekeningnummer",
      PLATE: "kenteken",
      CASENR: "kenmerk",
      ORG: "organisatie",
      FAM: "bijzondere familieband",
      OTHER: "misschien een naam",
    },
    backToWriting: "Terug naar schrijven",
    aside: "Wat hiermee gebeurt",
    asideWho: "U deelt het pas op het volgende scherm. U kiest daar met wie.",
    worksCourse: "Een ander team kan het overnemen en zegt of het daar ook werkt.",
    without: "Iedereen ziet rol en team, niet uw naam.",
    colleaguesSee: "Collega’s kunnen meedenken. U zegt wat hielp.",
    withName: "Iedereen ziet uw naam. Wilt u dat niet, haal dan het vinkje weg.",
    readAgain: "De tekst veranderde terwijl u las. Lees hem nog eens en deel hem dan.",
    forWhomMissing: "Kies met wie u dit deelt.",
    unknown: "weet ik niet",
    harmReads: (days) =>
      `Wie leest dit? Nu alleen u en uw team, op werkdagen. Vinkt u dit aan en deelt u het, dan is er binnen ${days} werkdagen antwoord nodig. Niemand leest hier dag en nacht mee.`,
  },
  {
    title: { stuck: "Where did it get stuck?", works: "What works, and why?", around: "What did you work around?" },
    sentence: { stuck: "Where did it get stuck?", works: "What works?", around: "What did you do, and which idea of a rule kept you silent?" },
    kindLabel: "Kind",
    lead: "One sentence is enough. Names are not needed: write mother, doctor, neighbour.",
    saved: (time) => `Saved at ${time}`,
    savedTeam: "you and your team can see this",
    notSaved: "Not saved yet",
    savingDevice: "No connection. Your text is safe on this device.",
    story: "Would you like to tell more?",
    storyHint: "What happened? What have you tried already?",
    taps: "Two taps, and others with the same find you",
    laws: "Which law is it about?",
    snags: "Where does it stick?",
    more: "More, if you like",
    voice: "Whose voice is this?",
    matters: "What matters to the resident?",
    mattersHint: "Preferably in their own words.",
    mattersSource: "How do you know?",
    areas: "Where in life does it touch?",
    stage: "Where in the access does it happen?",
    level: "At which level does the rule live?",
    harm: "This harms somebody now",
    harmHint: "Then an answer is needed sooner.",
    danger: "Danger right now? Call 112. Talking about suicide: call 113 or 0800-0113. Violence at home: Veilig Thuis, 0800-2000.",
    named: "My name may be shown",
    onward: "Next: read it as colleagues see it",
    keep: "Keep for later",
    throwAway: "Throw away",
    releaseTitle: "This is how colleagues read it",
    releaseLead: "Read it once more, the way a colleague reads it.",
    forWhom: "For whom?",
    everyone: "All colleagues in the access",
    teamOnly: "My team",
    chosen: "These colleagues",
    readers: "Choose colleagues",
    whoReads: "Who else reads this?",
    asked: (who, day) => `${who} answers, by ${day}.`,
    unrouted: "Nobody has been named yet. After two working days the learning coach looks for who can answer.",
    aroundAsk: "Somebody with a mandate may read and answer this",
    aroundHint: "Without a tick it stays among the colleagues you choose.",
    council: "If the answer is late, the council members see the sentence, the team and the date.",
    urgent: "This does harm now: an answer is needed within the short term.",
    replaceAll: (count) => (count === 1 ? "Replace this" : `Replace all ${count}`),
    finding: {
      NAME: "name",
      AGE: "age",
      DOB: "date of birth",
      DATE: "date",
      BSN: "citizen service number",
      ADDRESS: "address",
      POSTCODE: "postcode",
      PLACE: "place",
      PHONE: "phone number",
      EMAIL: "e-mail address",
      URL: "web address",
      IBAN: "account number",
      PLATE: "number plate",
      CASENR: "case number",
      ORG: "organisation",
      FAM: "unusual family tie",
      OTHER: "perhaps a name",
    },
    backToWriting: "Back to writing",
    aside: "What happens with this",
    asideWho: "You only share it on the next page, where you choose with whom.",
    worksCourse: "Another team can take it up and says whether it works there too.",
    without: "Everybody sees role and team, not your name.",
    colleaguesSee: "Colleagues can think along. You say what helped.",
    withName: "Everybody sees your name. If you do not want that, take away the tick.",
    readAgain: "The text changed while you were reading. Read it once more, then share it.",
    forWhomMissing: "Choose with whom you share this.",
    unknown: "I do not know",
    harmReads: (days) =>
      `Who reads this? Only you and your team for now, on working days. If you tick this and share it, an answer is needed within ${days} working days. Nobody reads along here day and night.`,
  },
);
