import { capital, showMoment } from "#src/ui/format.ts";
import { Deed, Problems, TextArea } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Said } from "#src/ui/words.tsx";
import { GroundField } from "./ground.tsx";
import type { Shielded } from "./store.ts";

type Refusal = "reasonMissing" | "reasonRecognisable" | "groundMissing";
type Props = { view: View; text: Shielded; wooPending: boolean; refusal?: Refusal | undefined; reason?: string };

/** One shielded text: read it, then make it readable again with a reason, or erase it. */
export function JudgePage({ view, text, wooPending, refusal, reason }: Props) {
  const { erasing } = view.w;
  const which = (
    <>
      <input type="hidden" name="position" value={text.position} />
      <input type="hidden" name="part" value={text.part} />
    </>
  );
  const problem = refusal && erasing[refusal];
  return (
    <Page view={view} title={erasing.judgeTitle} at="oversight">
      {problem && <Problems view={view} problems={[{ field: refusal === "groundMissing" ? "ground" : "text", text: problem }]} />}
      <h1>{erasing.judgeTitle}</h1>
      <Said lang="nl">{text.words}</Said>
      <p class="hv-speaker">
        {capital(erasing.ofTeam(erasing.part[text.part], text.team))}
        {text.since && `, ${erasing.since(showMoment(view, text.since))}`} · <a href={`/privacy/trail/${text.signalId}`}>{erasing.who}</a>
      </p>
      <div class="hv-story">
        <details class="hv-fold" open={refusal === "groundMissing"}>
          <summary>{erasing.erase}</summary>
          <p>{erasing.eraseLead}</p>
          <p class="hv-quiet">
            {erasing.kept} {erasing.backups}
          </p>
          {wooPending && <p class="hv-note hv-note--asks">{erasing.wooPending}</p>}
          <Deed view={view} action={`/privacy/texts/${text.signalId}/erase`}>
            {which}
            <GroundField view={view} problem={refusal === "groundMissing" ? problem : undefined} />
            <p class="hv-deeds">
              <button class="hv-button">{erasing.eraseNow}</button>
            </p>
          </Deed>
        </details>
        <details class="hv-fold" open={refusal !== undefined && refusal !== "groundMissing"}>
          <summary>{erasing.lift}</summary>
          <p>{erasing.liftLead}</p>
          <Deed view={view} action={`/privacy/texts/${text.signalId}/lift`}>
            {which}
            <TextArea
              view={view}
              name="text"
              label={erasing.reason}
              hint={erasing.reasonHint}
              value={reason}
              words={false}
              maxlength={2000}
              problem={refusal !== "groundMissing" ? problem : undefined}
            />
            <p class="hv-deeds">
              <button class="hv-button hv-button--plain">{erasing.lift}</button>
            </p>
          </Deed>
        </details>
      </div>
    </Page>
  );
}
