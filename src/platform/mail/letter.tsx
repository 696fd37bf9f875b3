import { raw } from "hono/html";
import type { Language } from "#src/kernel/language.ts";

/** A paragraph of an e-mail: words, a link under words, or both. */
export type Paragraph = { readonly words?: string; readonly link?: { readonly href: string; readonly words: string } };

export type Written = { readonly subject: string; readonly text: string; readonly html: string };

/** The same paragraphs as plain text and as HTML without a colour of its own, so that it reads well in the dark. */
export const written = async (language: Language, subject: string, paragraphs: readonly Paragraph[]): Promise<Written> => ({
  subject,
  text: paragraphs.map(({ words, link }) => [words, link && `${link.words}:\n${link.href}`].filter(Boolean).join("\n")).join("\n\n"),
  html: (await Html({ language, subject, paragraphs })).toString(),
});

function Html({ language, subject, paragraphs }: { language: Language; subject: string; paragraphs: readonly Paragraph[] }) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>{subject}</title>
        </head>
        <body style="font-family: sans-serif; font-size: 1.0625rem; line-height: 1.5; max-width: 34em; margin: 0 auto; padding: 1.5em">
          {paragraphs.map(({ words, link }) => (
            <p>
              {words}
              {words && link && <br />}
              {link && <a href={link.href}>{link.words}</a>}
            </p>
          ))}
        </body>
      </html>
    </>
  );
}
