import { Deed, Problems, TextField } from "#src/ui/form.tsx";
import { showList } from "#src/ui/format.ts";
import { Page } from "#src/ui/layout.tsx";
import { Taps } from "#src/ui/taps.tsx";
import type { View } from "#src/ui/view.ts";
import { languages } from "#src/kernel/language.ts";
import { Differences } from "../differences.tsx";
import { firstRhythms, type SettingsRefusal, type SettingsWish } from "./settings.ts";
import type { Kept } from "./store.ts";

type Props = {
  view: View;
  kept: Kept;
  done: boolean;
  wish?: SettingsWish | undefined;
  refusals?: readonly SettingsRefusal[] | undefined;
  stale?: boolean | undefined;
};
const fieldOf = { termHarm: "termHarm", termOther: "termOther", termOrder: "termHarm" } as const;

/** What holds for everybody here: terms, language, e-mail; and the way to the theme. */
export function SettingsPage({ view, kept, done, wish = asTyped(kept), refusals = [], stale }: Props) {
  const { organisation, municipality: title } = view.w;
  const problems = refusals.map((refusal) => ({ field: fieldOf[refusal], text: organisation.refusals[refusal] }));
  const problem = (field: string) => problems.find((one) => one.field === field)?.text;
  const now = asTyped(kept);
  return (
    <Page view={view} title={title} at="municipality">
      <Problems view={view} problems={problems} />
      {stale && (
        <Differences
          view={view}
          all={[
            { label: organisation.termHarm, now: now.termHarm, yours: wish.termHarm },
            { label: organisation.termOther, now: now.termOther, yours: wish.termOther },
            { label: organisation.usualLanguage, now: organisation.languages[now.language], yours: organisation.languages[wish.language] },
            { label: organisation.firstRhythm, now: organisation.rhythms[now.mailRhythm], yours: organisation.rhythms[wish.mailRhythm] },
          ]}
        />
      )}
      {done && (
        <div class="hv-done" role="status">
          <p>{organisation.saved}</p>
        </div>
      )}
      <h1>{view.municipality}</h1>
      <p>{organisation.foundAt(showList(view, kept.hosts))}</p>
      <p>
        <a href="/municipality/theme">{organisation.toTheme}</a>
      </p>
      <Deed view={view} action="/municipality">
        <input type="hidden" name="version" value={kept.version} />
        <TextField
          view={view}
          name="termHarm"
          number
          label={organisation.termHarm}
          hint={organisation.termHint}
          value={wish.termHarm}
          problem={problem("termHarm")}
        />
        <TextField view={view} name="termOther" number label={organisation.termOther} value={wish.termOther} problem={problem("termOther")} />
        <p class="hv-quiet">{organisation.termLead}</p>
        <Taps
          legend={organisation.usualLanguage}
          hint={organisation.usualLanguageHint}
          name="language"
          many={false}
          options={languages.map((language) => ({ value: language, label: organisation.languages[language] }))}
          chosen={[wish.language]}
        />
        <Taps
          legend={organisation.firstRhythm}
          hint={organisation.firstRhythmHint}
          name="mailRhythm"
          many={false}
          options={firstRhythms.map((rhythm) => ({ value: rhythm, label: organisation.rhythms[rhythm] }))}
          chosen={[wish.mailRhythm]}
        />
        <p class="hv-deeds">
          <button class="hv-button">{organisation.save}</button>
        </p>
      </Deed>
    </Page>
  );
}

const asTyped = ({ termHarm, termOther, language, mailRhythm }: Kept): SettingsWish => ({
  termHarm: String(termHarm),
  termOther: String(termOther),
  language,
  mailRhythm,
});
