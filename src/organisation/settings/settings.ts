import type { Language } from "#src/kernel/language.ts";

/** With which rhythm of e-mail a new member begins; that nobody hears anything is not for a municipality to say. */
export const firstRhythms = ["daily", "at-once"] as const;
export type FirstRhythm = (typeof firstRhythms)[number];

export type Settings = {
  readonly termHarm: number;
  readonly termOther: number;
  readonly language: Language;
  readonly mailRhythm: FirstRhythm;
};
/** As somebody typed them. */
export type SettingsWish = Omit<Settings, "termHarm" | "termOther"> & { readonly termHarm: string; readonly termOther: string };
export type SettingsRefusal = "termHarm" | "termOther" | "termOrder";

const longestTerm = 60;

/** Terms in whole working days; what harms somebody now is never answered later than anything else. */
export function readSettings(wish: SettingsWish): Settings | readonly SettingsRefusal[] {
  const [termHarm, termOther] = [daysIn(wish.termHarm), daysIn(wish.termOther)];
  const refusals: SettingsRefusal[] = [
    ...(termHarm === undefined ? (["termHarm"] as const) : []),
    ...(termOther === undefined ? (["termOther"] as const) : []),
    ...(termHarm !== undefined && termOther !== undefined && termHarm > termOther ? (["termOrder"] as const) : []),
  ];
  return refusals.length > 0 ? refusals : { ...wish, termHarm: termHarm!, termOther: termOther! };
}

function daysIn(typed: string): number | undefined {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= longestTerm ? days : undefined;
}
