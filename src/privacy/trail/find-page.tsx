import { Deed } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { Person } from "./store.ts";

/** Where one looks up who looked: by a name, a team or a number, which never comes into the address. */
export function FindPage({ view, typed = "", found }: { view: View; typed?: string; found?: readonly Person[] }) {
  const { privacy } = view.w;
  return (
    <Page view={view} title={privacy.find} at="oversight">
      <h1>{privacy.find}</h1>
      <p>{privacy.findLead}</p>
      <Deed view={view} action="/privacy/looked">
        <div class="hv-field">
          <label for="q">{privacy.findField}</label>
          <p class="hv-quiet" id="q-hint">
            {privacy.findHint}
          </p>
          <input id="q" type="text" name="q" value={typed} maxlength={200} autocomplete="off" aria-describedby="q-hint" />
        </div>
        <p class="hv-deeds">
          <button class="hv-button">{privacy.findDo}</button>
          <a href="/privacy/trail">{privacy.everybody}</a>
        </p>
      </Deed>
      {found?.length === 0 && <p role="status">{privacy.foundNobody}</p>}
      {found !== undefined && found.length > 0 && (
        <ul class="hv-rows">
          {found.map(({ id, name, title, team }) => (
            <li>
              <a href={`/privacy/trail/${id}`}>{name}</a>{" "}
              <span class="hv-quiet">
                {title}, {team}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="hv-note">{privacy.releasedUnseen}</p>
    </Page>
  );
}
