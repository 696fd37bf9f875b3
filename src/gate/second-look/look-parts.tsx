import { showMoment } from "#src/ui/format.ts";
import { Deed, Select, TextArea } from "#src/ui/form.tsx";
import type { View } from "#src/ui/view.ts";
import { Said } from "#src/ui/words.tsx";
import type { LookVerdict, SecondLook, Teammate } from "./second-look.ts";

/** What the second reader said, or that they have not yet. */
export function LookLine({ view, look, version }: { view: View; look: SecondLook; version: number }) {
  const { look: w } = view.w.gate;
  if (!look.verdict || !look.answeredAt) return <p class="hv-note">{w.asked(look.reader, showMoment(view, look.askedAt))}</p>;
  const changed = look.seenVersion !== version && ` ${w.changed}`;
  const day = showMoment(view, look.answeredAt);
  if (look.verdict === "nobody")
    return (
      <p class="hv-note">
        {w.nobody(look.reader, day)}
        {changed}
      </p>
    );
  return (
    <div class="hv-note hv-note--asks">
      <p>
        {w.somebody(look.reader, day)}
        {changed}
      </p>
      <Said small lang="nl">
        {look.words}
      </Said>
    </div>
  );
}

/** Asks a colleague of the team to read along; nothing waits for it. */
export function AskLook({ view, draft, teammates, open }: { view: View; draft: { readonly id: string }; teammates: readonly Teammate[]; open: boolean }) {
  const { look: w } = view.w.gate;
  return (
    <details class="hv-fold" open={open}>
      <summary>{w.ask}</summary>
      <p class="hv-quiet">{w.askHint}</p>
      {teammates.length === 0 ? (
        <p>{w.nobodyElse}</p>
      ) : (
        <Deed view={view} action={`/drafts/${draft.id}/ask-look`}>
          <Select
            view={view}
            name="reader"
            label={w.whom}
            empty={w.pick}
            options={teammates.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
          />
          <p class="hv-deeds">
            <button class="hv-button hv-button--plain">{w.button}</button>
          </p>
        </Deed>
      )}
    </details>
  );
}

/** For whoever was asked: good as it is, or by which words somebody is recognisable. */
export function AnswerLook({
  view,
  draftId,
  look,
  words,
  refusal,
}: {
  view: View;
  draftId: string;
  look: SecondLook;
  words?: string | undefined;
  refusal?: "verdict-missing" | "words-missing" | undefined;
}) {
  const { look: w, refused } = view.w.gate;
  const button = (verdict: LookVerdict, label: string) => (
    <button class="hv-button hv-button--plain" name="verdict" value={verdict}>
      {label}
    </button>
  );
  return (
    <section id="look">
      <h2>{w.title}</h2>
      <p>{w.lead}</p>
      {look.verdict && <p role="status">{w.answered}</p>}
      <Deed view={view} action={`/drafts/${draftId}/look`}>
        <TextArea
          view={view}
          name="words"
          label={w.words}
          hint={w.wordsHint}
          rows={2}
          maxlength={1000}
          value={words ?? look.words ?? ""}
          problem={refusal && (refusal === "words-missing" ? refused.lookWords : refused.verdict)}
        />
        <div class="hv-deeds">
          {button("nobody", w.good)}
          {button("somebody", w.recognisable)}
        </div>
      </Deed>
    </section>
  );
}
