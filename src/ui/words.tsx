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

/** A text with what was found in it underlined; `why` says for each what made it one. */
export function Marked({ text, found, why }: { text: string; found: readonly Finding[]; why?: (finding: Finding) => string }) {
  const pieces = found.flatMap((finding, index) => [
    text.slice(found[index - 1]?.end ?? 0, finding.start),
    <mark class={finding.certain ? undefined : "hv-maybe"} title={why?.(finding)}>
      {text.slice(finding.start, finding.end)}
    </mark>,
  ]);
  return (
    <>
      {pieces}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  );
}
