import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";

/** Why somebody who tried is not in, as the address says it. */
export const said = ["refused", "unknown", "left", "stronger", "away"] as const;
export type Said = (typeof said)[number];

/** Where one comes in: what this is, and one button. After a try that did not work, what to do. */
export function WelcomePage({ view, back, said }: { view: View; back: string; said?: Said | undefined }) {
  const { login } = view.w;
  const title = said ? login[said] : login.welcome(view.municipality);
  return (
    <Page view={view} title={title}>
      <h1>{title}</h1>
      {said ? <p role="status">{login[`${said}Lead`]}</p> : <p>{login.welcomeLead}</p>}
      <p class="hv-deeds">
        <a class="hv-button" href={`/login?back=${encodeURIComponent(back)}`}>
          {said ? login.again : login.enter}
        </a>
      </p>
      {!said && <p class="hv-quiet">{login.welcomeWho}</p>}
    </Page>
  );
}
