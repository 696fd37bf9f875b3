import { languages } from "#src/kernel/language.ts";
import { rhythms } from "#src/kernel/rhythm.ts";
import { Deed } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import { Taps } from "#src/ui/taps.tsx";
import type { View } from "#src/ui/view.ts";
import type { Settings } from "./store.ts";

/** What somebody chooses for themselves: how often an e-mail comes, and the language of pages and e-mail. */
export function SettingsPage({ view, settings, saved }: { view: View; settings: Settings; saved: boolean }) {
  const { mail, settings: title } = view.w;
  return (
    <Page view={view} title={title}>
      {saved && (
        <div class="hv-done" role="status">
          <p>{mail.saved}</p>
        </div>
      )}
      <h1>{title}</h1>
      <Deed view={view} action="/me">
        <Taps
          legend={mail.rhythm}
          hint={mail.rhythmHint}
          name="rhythm"
          many={false}
          chosen={[settings.rhythm]}
          options={rhythms.map((value) => ({ value, label: mail.rhythms[value] }))}
        />
        <WhereTo view={view} settings={settings} />
        <Taps
          legend={mail.language}
          name="language"
          many={false}
          chosen={[settings.language]}
          options={languages.map((value) => ({ value, label: mail.languages[value] }))}
        />
        <p class="hv-deeds">
          <button class="hv-button">{mail.save}</button>
        </p>
      </Deed>
    </Page>
  );
}

function WhereTo({ view: { w, demo }, settings: { email, arrived } }: { view: View; settings: Settings }) {
  const { mail } = w;
  return (
    <p class="hv-quiet">
      {demo ? mail.off : email === null ? mail.noAddress : mail.goesTo(email)}
      {!demo && !arrived && <strong class="hv-asks"> {mail.notArrived}</strong>}
    </p>
  );
}
