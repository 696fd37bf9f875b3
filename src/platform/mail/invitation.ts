import { v7 } from "uuid";
import type { Language } from "#src/kernel/language.ts";
import { words } from "#src/words/words.ts";
import { written } from "./letter.tsx";
import type { Outcome, Postman } from "./postman.ts";

export type Invitation = {
  readonly to: string;
  /** The whole address by which somebody comes in. */
  readonly link: string;
  /** What is typed there, if the link alone does not let one in. */
  readonly code?: string | undefined;
  readonly municipality: string;
  readonly language: Language;
  readonly at: Date;
};

/**
 * Sends an invitation at once; it stays nowhere, because it holds the secret that lets one person in, once, within 24 hours. Who invites hears whether it went:
 * then they invite again.
 */
export async function sendInvitation(postman: Postman, { to, link, code, municipality, language, at }: Invitation): Promise<Outcome> {
  const { invitation } = words[language].mail;
  const letter = await written(language, invitation.subject, [
    { words: invitation.lead(municipality) },
    { link: { href: link, words: invitation.enter } },
    ...(code ? [{ words: invitation.code(code) }] : []),
    { words: invitation.once },
    { words: invitation.unexpected },
  ]);
  return postman.send({ id: v7({ msecs: at.getTime() }), to, municipality, host: new URL(link).hostname, language, at, ...letter });
}
