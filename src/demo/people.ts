import type { Role } from "#src/kernel/actor.ts";
import type { Law, Level, Snag } from "#src/learning/signals/words.ts";

// Everybody here is invented. This is the one place where the demonstration municipality has its name.
export const municipalityName = "Duinrade";

export const teams = {
  oost: { name: "wijkteam Oost", kind: "access" },
  west: { name: "wijkteam West", kind: "access" },
  zuid: { name: "wijkteam Zuid", kind: "access" },
  burgerzaken: { name: "Burgerzaken", kind: "department" },
  uitkeringen: { name: "Uitkeringen", kind: "department" },
  beleid: { name: "Beleid en inkoop", kind: "department" },
  bestuur: { name: "Bestuur", kind: "department" },
  ondersteuning: { name: "Steunpunt Duinrade", kind: "outside" },
  raad: { name: "Cliëntenraad", kind: "outside" },
} as const;
export type TeamKey = keyof typeof teams;

type Person = {
  readonly name: string;
  readonly title: string;
  readonly team: TeamKey;
  readonly roles: readonly [Role, ...Role[]];
  readonly laws?: readonly Law[];
};

export const people = {
  amina: { name: "Amina Bouzid", title: "Wmo-consulent", team: "oost", roles: ["professional"], laws: ["wmo"] },
  jeroen: { name: "Jeroen Vlasman", title: "jeugdconsulent", team: "oost", roles: ["professional"], laws: ["jeugdwet"] },
  hatice: { name: "Hatice Demirel", title: "schuldhulpverlener", team: "oost", roles: ["professional"], laws: ["wgs"] },
  sanne: { name: "Sanne Kuiperij", title: "Wmo-consulent", team: "west", roles: ["professional"], laws: ["wmo"] },
  mehmet: { name: "Mehmet Aksoy", title: "klantmanager Participatiewet", team: "west", roles: ["professional"], laws: ["participatiewet"] },
  lies: { name: "Lies Hogerbrugge", title: "schuldhulpverlener", team: "west", roles: ["professional"], laws: ["wgs"] },
  tom: { name: "Tom Rietdekker", title: "jeugdconsulent", team: "zuid", roles: ["professional"], laws: ["jeugdwet"] },
  noor: { name: "Noor Abdi", title: "Wmo-consulent", team: "zuid", roles: ["professional"], laws: ["wmo"] },
  pieter: { name: "Pieter Zandvliet", title: "adviseur Wlz", team: "zuid", roles: ["professional"], laws: ["wlz", "wmo"] },
  fatima: { name: "Fatima el Idrissi", title: "leercoach", team: "oost", roles: ["facilitator", "professional"] },
  marga: { name: "Marga Ottema", title: "teamleider Burgerzaken", team: "burgerzaken", roles: ["owner"] },
  ruud: { name: "Ruud Scheper", title: "manager toegang", team: "beleid", roles: ["owner"] },
  ineke: { name: "Ineke Wassink", title: "beleidsadviseur Wmo en jeugd", team: "beleid", roles: ["owner"] },
  bas: { name: "Bas Terwiel", title: "teamleider Uitkeringen", team: "uitkeringen", roles: ["owner"] },
  willem: { name: "Willem Dekkinga", title: "jurist sociaal domein", team: "beleid", roles: ["jurist"] },
  chantal: { name: "Chantal Roosenburg", title: "inkoper zorg", team: "beleid", roles: ["official"] },
  esther: { name: "Esther van Loenhout", title: "wethouder sociaal domein", team: "bestuur", roles: ["executive"] },
  joke: { name: "Joke Brandsma", title: "lid cliëntenraad", team: "raad", roles: ["council-member"] },
  abdel: { name: "Abdel Haddou", title: "ervaringsdeskundige", team: "raad", roles: ["council-member"] },
  gerda: { name: "Gerda Pijnacker", title: "onafhankelijke cliëntondersteuner", team: "ondersteuning", roles: ["advocate"] },
  frank: { name: "Frank Osinga", title: "functionaris gegevensbescherming", team: "bestuur", roles: ["privacy-officer"] },
  kim: { name: "Kim Verdonschot", title: "applicatiebeheerder", team: "beleid", roles: ["administrator"] },
} as const satisfies Record<string, Person>;
export type PersonKey = keyof typeof people;

type Mandate = { readonly level?: Level; readonly snag?: Snag; readonly owner: PersonKey; readonly deputy?: PersonKey };

/** `view` and `room` are left out on purpose: they come to the facilitator after two working days. */
export const mandates: readonly Mandate[] = [
  { snag: "rule", owner: "ineke", deputy: "ruud" },
  { snag: "belief", owner: "ruud", deputy: "ineke" },
  { level: "habit", snag: "belief", owner: "marga", deputy: "ruud" },
  { snag: "system", owner: "bas", deputy: "ruud" },
  { snag: "budget", owner: "ineke", deputy: "bas" },
  { snag: "collaboration", owner: "ruud" },
  { snag: "culture", owner: "ruud" },
  { level: "law", owner: "esther" },
];
