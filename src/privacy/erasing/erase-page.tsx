import { showMoment } from "#src/ui/format.ts";
import { Deed, Problems } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { GroundField } from "./ground.tsx";
import type { Erasable, Tombstone } from "./store.ts";

/** Erasing all words of one signal, or of one draft; without reading them. */
export function ErasePage({ view, id, erasable, wooPending, refused }: { view: View; id: string; erasable: Erasable; wooPending: boolean; refused: boolean }) {
  const { erasing } = view.w;
  const title = erasable.kind === "signal" ? erasing.eraseSignalTitle(erasable.team) : erasing.eraseDraftTitle;
  return (
    <Page view={view} title={title} at="oversight">
      {refused && <Problems view={view} problems={[{ field: "ground", text: erasing.groundMissing }]} />}
      <h1>{title}</h1>
      <p>{erasing.howMany(erasable.texts)}</p>
      <p>{erasing.eraseLead}</p>
      <p class="hv-quiet">
        {erasing.kept} {erasing.backups}
      </p>
      {wooPending && <p class="hv-note hv-note--asks">{erasing.wooPending}</p>}
      <Deed view={view} action={`/privacy/erase/${id}`}>
        <GroundField view={view} problem={refused ? erasing.groundMissing : undefined} />
        <p class="hv-deeds">
          <button class="hv-button">{erasing.eraseNow}</button>
          <a href={`/privacy/trail/${id}`}>{erasing.who}</a>
        </p>
      </Deed>
    </Page>
  );
}

/** What was erased: where it stood, when and why. */
export function ErasedPage({ view, tombstones }: { view: View; tombstones: readonly Tombstone[] }) {
  const { erasing } = view.w;
  return (
    <Page view={view} title={erasing.erasedTitle} at="oversight">
      <h1>{erasing.erasedTitle}</h1>
      <p>{erasing.erasedLead}</p>
      <p class="hv-quiet">{erasing.backups}</p>
      {tombstones.length === 0 ? (
        <p>{erasing.erasedNone}</p>
      ) : (
        <ul class="hv-rows">
          {tombstones.map(({ objectKind, objectId, part, erasedAt, ground }) => (
            <li>
              <p>
                {view.w.reading.erasedText(showMoment(view, erasedAt))} {erasing.grounds[ground]}.
              </p>
              <p class="hv-quiet">
                <a href={`/privacy/trail/${objectId}`}>
                  {erasing.part[part]} {erasing.erasedOf[objectKind]}
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
