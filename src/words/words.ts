import type { Language } from "#src/kernel/language.ts";
import { deeds } from "./deeds.ts";
import { drafting } from "./drafting.ts";
import { erasing } from "./erasing.ts";
import { gate } from "./gate.ts";
import { general } from "./general.ts";
import { mail } from "./mail.ts";
import { members } from "./members.ts";
import { organisation } from "./organisation.ts";
import { login } from "./login.ts";
import { keeping } from "./keeping.ts";
import { overview } from "./overview.ts";
import { privacy } from "./privacy.ts";
import { reading } from "./reading.ts";
import { readingAlong } from "./reading-along.ts";
import { running } from "./running.ts";
import { terms } from "./terms.ts";
import { theme } from "./theme.ts";
import { trail } from "./trail.ts";
import { why } from "./why.ts";
import { writing } from "./writing.ts";

const inLanguage = (language: Language) => ({
  ...general[language],
  terms: terms[language],
  reading: reading[language],
  deeds: deeds[language],
  writing: { ...writing[language], ...drafting[language] },
  overview: overview[language],
  mail: mail[language],
  organisation: { ...organisation[language], ...members[language], ...theme[language] },
  running: running[language],
  gate: { ...gate[language], ...readingAlong[language], why: why[language] },
  login: login[language],
  privacy: privacy[language],
  trail: trail[language],
  erasing: erasing[language],
  keeping: keeping[language],
});

/** Everything the interface says, in one language. */
export type Words = ReturnType<typeof inLanguage>;

/** The one catalogue of messages. */
export const words: Readonly<Record<Language, Words>> = { nl: inLanguage("nl"), en: inLanguage("en") };
