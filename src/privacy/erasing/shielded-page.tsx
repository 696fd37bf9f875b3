import { capital, showMoment } from "#src/ui/format.ts";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { Shielded } from "./store.ts";

/** Where one reads a shielded text: by codes only. */
export const addressOf = ({ signalId, position, part }: Pick<Shielded, "signalId" | "position" | "part">): string =>
  `/privacy/texts/${signalId}?position=${position}&part=${part}`;

/** What waits for a judgement; the words themselves are a page further, because reading them leaves an entry. */
export function ShieldedPage({ view, shielded }: { view: View; shielded: readonly Shielded[] }) {
  const { erasing } = view.w;
  return (
    <Page view={view} title={erasing.shieldedTitle} at="oversight">
      <h1>{erasing.shieldedTitle}</h1>
      <p>{erasing.shieldedLead}</p>
      {shielded.length === 0 && <p>{erasing.shieldedNone}</p>}
      {shielded.length > 0 && (
        <ul class="hv-due">
          {shielded.map((text) => (
            <li>
              <p>{capital(erasing.ofTeam(erasing.part[text.part], text.team))}</p>
              {text.since && <p class="hv-quiet">{erasing.since(showMoment(view, text.since))}</p>}
              <a
                class="hv-button hv-button--plain"
                href={addressOf(text)}
                aria-label={`${erasing.judge}: ${erasing.ofTeam(erasing.part[text.part], text.team)}`}
              >
                {erasing.judge}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/privacy/erased">{erasing.erasedTitle}</a>
      </p>
    </Page>
  );
}
