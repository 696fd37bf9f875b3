import { Deed, type Problem, Problems, TextArea } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import { FormToken } from "#src/ui/layout.tsx";
import type { Unreadable } from "#src/ui/theme/contrast.ts";
import type { ReadFile } from "#src/ui/theme/file.ts";
import type { View } from "#src/ui/view.ts";
import { Differences } from "../differences.tsx";
import type { Kept } from "./store.ts";
import { ThemeFields, colourName } from "./theme-fields.tsx";
import { type Slot, slots, type Typed, typedOf } from "./theme-form.ts";
import { UnreadablePairs } from "./unreadable-pairs.tsx";

export type ThemeAttempt = {
  readonly typed?: Typed;
  readonly bad?: readonly Slot[];
  readonly unreadable?: readonly Unreadable[];
  readonly pasted?: string;
  readonly file?: Exclude<ReadFile, { theme: unknown }>;
  readonly stale?: boolean;
};
type Props = { view: View; kept: Kept; done: boolean; attempt: ThemeAttempt };

/** The colours of the municipality: by hand, or from a file with tokens; refused while not everybody can read them. */
export function ThemePage({ view, kept, done, attempt }: Props) {
  const { organisation } = view.w;
  const now = typedOf(kept.theme);
  const { typed = now, bad = [], unreadable = [], pasted, file, stale } = attempt;
  const problems: Problem[] = [
    ...bad.map((slot) => ({ field: slot.field, text: organisation.noColour(colourName(view, slot)) })),
    ...(file ? [{ field: "tokens", text: file.refusal === "notTokens" ? organisation.notTokens : organisation.badToken(`basis.${file.token}`) }] : []),
  ];
  return (
    <Page view={view} title={organisation.theme} at="municipality">
      <Problems view={view} problems={problems} />
      {unreadable.length > 0 && <UnreadablePairs view={view} pairs={unreadable} />}
      {stale && (
        <Differences
          view={view}
          all={slots.map((slot) => ({ label: colourName(view, slot), now: now.get(slot.field) ?? "", yours: typed.get(slot.field) ?? "" }))}
        />
      )}
      {done && (
        <div class="hv-done" role="status">
          <p>{organisation.saved}</p>
        </div>
      )}
      <h1>{organisation.theme}</h1>
      <p>{organisation.themeLead}</p>
      <Deed view={view} action="/municipality/theme">
        <input type="hidden" name="version" value={kept.version} />
        <ThemeFields view={view} typed={typed} bad={bad} open={bad.length + unreadable.length > 0} />
        <p class="hv-deeds">
          <button class="hv-button">{organisation.save}</button>
        </p>
      </Deed>
      <section>
        <h2>{organisation.tokens}</h2>
        <p>{organisation.tokensLead}</p>
        <form method="post" action="/municipality/theme/tokens" enctype="multipart/form-data" novalidate>
          <FormToken view={view} />
          <input type="hidden" name="version" value={kept.version} />
          <div class="hv-field">
            <label for="file">{organisation.tokensFile}</label>
            <input id="file" type="file" name="file" accept="application/json,.json" />
          </div>
          <TextArea
            view={view}
            name="tokens"
            label={organisation.tokensPaste}
            value={pasted ?? ""}
            words={false}
            optional
            maxlength={1_000_000}
            problem={problems.find(({ field }) => field === "tokens")?.text}
          />
          <p class="hv-deeds">
            <button class="hv-button hv-button--plain">{organisation.tokensRead}</button>
          </p>
        </form>
      </section>
      {kept.hasTheme && (
        <section>
          <h2>{organisation.themeRemove}</h2>
          <p>{organisation.themeRemoveLead}</p>
          <Deed view={view} action="/municipality/theme/remove">
            <input type="hidden" name="version" value={kept.version} />
            <button class="hv-button hv-button--plain">{organisation.themeRemove}</button>
          </Deed>
        </section>
      )}
    </Page>
  );
}
