import { Page } from "./layout.tsx";
import type { View } from "./view.ts";

/** Why somebody has to wait a moment. */
export type Why = "busy" | "away" | "often";

/** What was posted, so that the very same form can be sent again. */
export type Posted = { readonly path: string; readonly fields: readonly (readonly [name: string, value: string])[] };

/** The fields in which people write. */
export const wordFields: readonly string[] = ["sentence", "story", "matters", "text"];
/** Words somebody typed are shown; codes and ids only go along. */
const typed = ([name, value]: readonly [string, string]): boolean => value.trim() !== "" && (wordFields.includes(name) || /\s/.test(value.trim()));

/** A page that asks for a moment's patience: what was typed stays on the screen and can be sent again as it was, to count once. */
export function Busy({ view, why, seconds, posted, file, reference }: Waiting) {
  const { running } = view.w;
  const lead = why === "often" ? running.oftenLead(seconds) : running[`${why}Lead`];
  return (
    <Page view={view} title={running[why]}>
      <h1>{running[why]}</h1>
      <p>{lead}</p>
      {file && <p>{running.fileGone}</p>}
      {posted ? (
        <form method="post" action={posted.path} novalidate>
          {posted.fields.some(typed) && <p>{running.stillHere}</p>}
          {posted.fields.map(([name, value], index) =>
            typed([name, value]) ? (
              <div class="hv-field">
                <label for={`typed-${index}`}>{running.yourText}</label>
                <textarea id={`typed-${index}`} name={name} class="hv-words-field" rows={4}>{`\n${value}`}</textarea>
              </div>
            ) : (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <p class="hv-deeds">
            <button class="hv-button">{running.sendAgain}</button>
          </p>
        </form>
      ) : (
        <p class="hv-deeds">
          <a class="hv-button" href={view.path}>
            {running.tryAgain}
          </a>
        </p>
      )}
      <p class="hv-quiet">{running.reference(reference)}</p>
    </Page>
  );
}

type Waiting = {
  readonly view: View;
  readonly why: Why;
  readonly seconds: number;
  readonly posted: Posted | undefined;
  /** A file was sent, which no page can keep. */
  readonly file: boolean;
  readonly reference: string;
};
