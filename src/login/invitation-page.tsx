import type { Open } from "#src/platform/invitation/store.ts";
import { Deed, Problems } from "#src/ui/form.tsx";
import { showList } from "#src/ui/format.ts";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";

/** Where somebody who was invited types the code; the page is the same for an invitation that is not there. */
export function CodePage({ view, id, wrong = false }: { view: View; id: string; wrong?: boolean }) {
  const { login } = view.w;
  return (
    <Page view={view} title={login.invitation}>
      {wrong && <Problems view={view} problems={[{ field: "code", text: login.codeUnknown }]} />}
      <h1>{login.invitation}</h1>
      <p>{login.invitationLead}</p>
      <Deed view={view} action={`/invitation/${id}`}>
        <div class={wrong ? "hv-field hv-field--problem" : "hv-field"}>
          <label for="code">{login.code}</label>
          <p class="hv-quiet" id="code-hint">
            {login.codeHint}
          </p>
          {wrong && (
            <p class="hv-problem" id="code-problem">
              {login.codeUnknown}
            </p>
          )}
          <input
            id="code"
            name="code"
            type="text"
            autocomplete="one-time-code"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby={wrong ? "code-hint code-problem" : "code-hint"}
            aria-invalid={wrong ? "true" : undefined}
          />
        </div>
        <p class="hv-deeds">
          <button class="hv-button">{login.onward}</button>
        </p>
      </Deed>
    </Page>
  );
}

/** What one is invited as, and one button to come in. */
export function AcceptPage({ view, invitation: { name, roles, teamName } }: { view: View; invitation: Open }) {
  const { login, terms } = view.w;
  return (
    <Page view={view} title={login.welcomeIn(name)}>
      <h1>{login.welcomeIn(name)}</h1>
      <p>
        {login.asRole(
          showList(
            view,
            roles.map((role) => terms.role[role]),
          ),
          teamName,
        )}
      </p>
      <p>{login.acceptLead}</p>
      <p class="hv-deeds">
        <a class="hv-button" href="/login?invitation=yes">
          {login.accept}
        </a>
      </p>
    </Page>
  );
}
