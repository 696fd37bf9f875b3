import type { Day } from "#src/kernel/day.ts";
import { dayOf } from "#src/kernel/day.ts";
import type { View } from "./view.ts";

// Dates and numbers as Dutch people write them, in the language of the reader.

const locale = { nl: "nl-NL", en: "en-GB" } as const;
type Reader = Pick<View, "language" | "today">;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatted(language: Reader["language"], moment: Date, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale[language], { timeZone: "Europe/Amsterdam", ...options });
  formats.set(key, format);
  return format.format(moment);
}

/** "12 november", with the year when it is another one. */
export function showDay({ language, today }: Reader, day: Day): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return formatted(language, new Date(`${day}T12:00:00Z`), { day: "numeric", month: "long", ...(!sameYear && { year: "numeric" }) });
}

export const showMoment = (reader: Reader, moment: Date): string => showDay(reader, dayOf(moment));

/** "14.02" in Dutch, "14:02" in English. */
export function showTime({ language }: Reader, moment: Date): string {
  const time = formatted(language, moment, { hour: "2-digit", minute: "2-digit" });
  return language === "nl" ? time.replace(":", ".") : time;
}

export const showNumber = ({ language }: Reader, value: number, digits = 0): string =>
  new Intl.NumberFormat(locale[language], { maximumFractionDigits: digits }).format(value);

export const showShare = ({ language }: Reader, share: number): string => new Intl.NumberFormat(locale[language], { style: "percent" }).format(share);

/** "Wmo, Jeugdwet en schulden". */
export const showList = ({ language }: Reader, items: readonly string[]): string =>
  new Intl.ListFormat(locale[language], { type: "conjunction" }).format(items);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
