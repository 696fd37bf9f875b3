import type { Language } from "#src/kernel/language.ts";
import { type Written, written } from "#src/platform/mail/letter.tsx";
import type { Site } from "#src/platform/municipality.ts";
import { words } from "#src/words/words.ts";
import type { Claimed } from "./store.ts";

/** What an e-mail says: how much waits, where to look, why one gets it and how to change that. Nothing else is known here. */
export async function letterOf(
  language: Language,
  { host }: Site,
  { kind, count, rhythm }: Pick<Claimed, "kind" | "count" | "rhythm">,
): Promise<Written & { readonly settings: string }> {
  const { mail } = words[language];
  const settings = `https://${host}/me`;
  const why = kind === "digest" ? mail.why.digest : rhythm === "at-once" ? mail.why.all : mail.why.direct;
  const letter = await written(language, mail.subject, [
    { words: mail.ready(count) },
    { link: { href: `https://${host}/`, words: mail.look } },
    { words: why },
    { words: mail.change, link: { href: settings, words: mail.toChange } },
    { words: mail.silent },
  ]);
  return { ...letter, settings };
}
