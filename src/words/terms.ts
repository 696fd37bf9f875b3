import type { Role } from "#src/kernel/actor.ts";
import type { Audience, Choice, Kind, Law, Level, LifeArea, MattersSource, Snag, Stage, State, Voice } from "#src/learning/signals/words.ts";
import { both } from "./both.ts";

type Terms = {
  kind: Record<Kind, string>;
  state: Record<State, string>;
  snag: Record<Snag, string>;
  stage: Record<Stage, string>;
  law: Record<Law, string>;
  lifeArea: Record<LifeArea, string>;
  level: Record<Level, string>;
  voice: Record<Voice, string>;
  source: Record<MattersSource, string>;
  audience: Record<Audience, string>;
  choice: Record<Choice, string>;
  role: Record<Role, string>;
};

/** What each code is called for people. */
export const terms = both<Terms>(
  {
    kind: { stuck: "vastgelopen", works: "dit werkt", around: "eromheen gewerkt" },
    state: {
      open: "wacht op antwoord",
      answered: "beantwoord",
      tried: "geprobeerd",
      held: "houdt stand",
      "fallen-back": "teruggevallen",
      refused: "nee, met reden",
      withdrawn: "ingetrokken",
      stays: "wij blijven erbij",
      "taken-up": "elders overgenomen",
      "held-there": "werkt daar ook",
      "not-here": "werkte daar niet",
    },
    snag: {
      rule: "echte regel",
      belief: "idee over een regel",
      system: "systeem of formulier",
      budget: "schot tussen budgetten",
      collaboration: "samenwerking",
      culture: "hoe wij het doen",
      view: "hoe wij kijken",
      room: "geen ruimte",
    },
    stage: {
      finding: "de weg vinden",
      "first-contact": "eerste contact",
      inquiry: "onderzoek",
      decision: "besluit",
      support: "hulp zelf",
      "change-or-end": "verandering of einde",
    },
    law: {
      wmo: "Wmo",
      jeugdwet: "Jeugdwet",
      participatiewet: "Participatiewet",
      wgs: "schulden",
      wlz: "Wlz",
      zvw: "zorgverzekering",
      brp: "adres en papieren",
      other: "anders",
    },
    lifeArea: {
      home: "wonen",
      money: "geld",
      work: "werk",
      family: "gezin",
      health: "gezondheid",
      safety: "veiligheid",
      school: "school",
      belonging: "erbij horen",
    },
    level: {
      law: "wet",
      decree: "landelijke regeling",
      bylaw: "verordening",
      policy: "beleidsregel",
      instruction: "werkinstructie of contract",
      habit: "gewoonte",
    },
    voice: { resident: "een inwoner", confidant: "een naaste", professional: "mijzelf" },
    source: { said: "dat is zo gezegd", "as-i-think": "dat denk ik", "not-asked": "niet gevraagd" },
    audience: { bringer: "alleen u", chosen: "gekozen collega’s", team: "het eigen team", everyone: "alle collega’s" },
    choice: { change: "Wij veranderen dit", experiment: "Wij proberen iets uit", "no-because": "Nee, want" },
    role: {
      resident: "inwoner",
      confidant: "naaste",
      advocate: "onafhankelijke cliëntondersteuner",
      professional: "professional",
      facilitator: "leercoach",
      owner: "iemand met mandaat",
      jurist: "jurist",
      official: "ambtenaar elders",
      executive: "bestuurder",
      "council-member": "lid cliëntenraad",
      partner: "leerpartner",
      "privacy-officer": "functionaris gegevensbescherming",
      administrator: "beheerder",
    },
  },
  {
    kind: { stuck: "got stuck", works: "this works", around: "worked around it" },
    state: {
      open: "waiting for an answer",
      answered: "answered",
      tried: "tried",
      held: "holds",
      "fallen-back": "fell back",
      refused: "no, with a reason",
      withdrawn: "withdrawn",
      stays: "we stay near",
      "taken-up": "taken up elsewhere",
      "held-there": "works there too",
      "not-here": "did not work there",
    },
    snag: {
      rule: "a real rule",
      belief: "an idea about a rule",
      system: "system or form",
      budget: "wall between budgets",
      collaboration: "working together",
      culture: "how we do things",
      view: "how we look at people",
      room: "no room to act",
    },
    stage: {
      finding: "finding the way in",
      "first-contact": "first contact",
      inquiry: "inquiry",
      decision: "decision",
      support: "the support itself",
      "change-or-end": "change or end",
    },
    law: {
      wmo: "Wmo (social support)",
      jeugdwet: "Jeugdwet (youth)",
      participatiewet: "Participatiewet (benefits)",
      wgs: "debts",
      wlz: "Wlz (long-term care)",
      zvw: "health insurance",
      brp: "address and papers",
      other: "other",
    },
    lifeArea: {
      home: "home",
      money: "money",
      work: "work",
      family: "family",
      health: "health",
      safety: "safety",
      school: "school",
      belonging: "belonging",
    },
    level: {
      law: "law",
      decree: "national regulation",
      bylaw: "bylaw",
      policy: "policy rule",
      instruction: "work instruction or contract",
      habit: "habit",
    },
    voice: { resident: "a resident", confidant: "somebody close", professional: "myself" },
    source: { said: "that was said", "as-i-think": "that is what I think", "not-asked": "not asked" },
    audience: { bringer: "only you", chosen: "chosen colleagues", team: "the own team", everyone: "all colleagues" },
    choice: { change: "We change this", experiment: "We try something out", "no-because": "No, because" },
    role: {
      resident: "resident",
      confidant: "somebody close",
      advocate: "independent advocate",
      professional: "professional",
      facilitator: "learning coach",
      owner: "somebody with a mandate",
      jurist: "jurist",
      official: "official elsewhere",
      executive: "executive",
      "council-member": "council member",
      partner: "learning partner",
      "privacy-officer": "privacy officer",
      administrator: "administrator",
    },
  },
);
