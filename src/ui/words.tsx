import type { PropsWithChildren } from "hono/jsx";
import type { Finding } from "#src/language/deidentify/deidentify.ts";

/** People's own words: the only serif on the page, never edited, with the speaker beneath. */
export function Said({ children, small = false, lang }: PropsWithChildren<{ small?: boolean; lang?: string }>) {
  return (
    <blockquote class={small ? "hv-said hv-said--small" : "hv-said"} lang={lang}>
      {children}
    </blockquote>
  );
}

/** A text with what was found in it underlined. */
export function Marked({ text, found }: { text: string; found: readonly Finding[] }) {
  const pieces = found.flatMap(({ start, end, certain }, index) => [
    text.slice(found[index - 1]?.end ?? 0, start),
    <mark class={certain ? undefined : "hv-maybe"}>{text.slice(start, end)}</mark>,
  ]);
  return (
    <>
      {pieces}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  );
}
