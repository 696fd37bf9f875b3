import { Deed } from "#src/ui/form.tsx";
import type { View } from "#src/ui/view.ts";
import { whyOf } from "./found-list.tsx";
import type { Answers, Mark } from "./marks.ts";

/** What is certain: all of it goes with one press, or each by itself for a word of the writer's own. */
export function MustGo({ view, draftId, marks }: { view: View; draftId: string; marks: readonly Mark[] }) {
  const { gate, writing } = view.w;
  const action = `/drafts/${draftId}/replace`;
  const count = marks.reduce((sum, mark) => sum + mark.count, 0);
  return (
    <section class="hv-must-go" id="found">
      <h2>{gate.goTitle}</h2>
      <p>{gate.goLead}</p>
      <ul class="hv-go">
        {marks.map((mark) => (
          <li>
            <b lang="nl">{mark.written}</b> <span aria-hidden="true">→</span> <span lang="nl">{mark.standIn}</span>
            <span class="hv-quiet">
              {mark.count > 1 && `${gate.times(mark.count)} · `}
              {whyOf(view, mark)}
            </span>
          </li>
        ))}
      </ul>
      <Deed view={view} action={action}>
        <div class="hv-deeds">
          <button class="hv-button">{writing.replaceAll(count)}</button>
          <a class="hv-button hv-button--plain" href={`/drafts/${draftId}`}>
            {writing.backToWriting}
          </a>
        </div>
      </Deed>
      <p class="hv-quiet">{gate.goNext}</p>
      <details class="hv-fold">
        <summary>{gate.each}</summary>
        <div>
          {marks.map((mark, index) => (
            <Deed view={view} action={action} class="hv-each">
              <input type="hidden" name="word" value={mark.word} />
              <label for={`as-${index}`}>{gate.eachLabel(mark.written)}</label>
              <input id={`as-${index}`} name="as" type="text" lang="nl" maxlength={100} autocomplete="off" value={mark.standIn} />
              <button class="hv-button hv-button--plain" aria-label={gate.eachButton(mark.written)}>
                {gate.eachButton("").trim()}
              </button>
            </Deed>
          ))}
        </div>
      </details>
    </section>
  );
}

/** What is doubtful: each word once, answered by a press or a key; part of the form that shares the text. */
export function AskMarks({
  view,
  draftId,
  marks,
  given,
  problem,
}: {
  view: View;
  draftId: string;
  marks: readonly Mark[];
  given?: Answers | undefined;
  problem?: string | undefined;
}) {
  const { gate } = view.w;
  const action = `/drafts/${draftId}/answers`;
  return (
    <div class={problem ? "hv-field--problem" : undefined} id="open">
      <h2>{gate.askTitle}</h2>
      <p class="hv-quiet">
        {gate.askLead}{" "}
        <span data-keys hidden>
          {gate.askKeys}
        </span>
      </p>
      {problem && <p class="hv-problem">{problem}</p>}
      <div class="hv-questions">
        {marks.map((mark, index) => (
          <fieldset>
            <legend>
              <b lang="nl">{mark.written}</b>
              <span class="hv-quiet">
                {mark.count > 1 && `${gate.times(mark.count)} · `}
                {gate.because(gate.why[mark.why])}
              </span>
            </legend>
            <div class="hv-taps">
              {(["yes", "no"] as const).map((answer) => (
                <label>
                  <input
                    type="radio"
                    name={`mark-${index + 1}`}
                    value={`${answer} ${mark.word}`}
                    checked={answer === "yes" ? given?.yes.has(mark.word) : given?.no.includes(mark.word)}
                  />
                  {gate[answer]}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div class="hv-deeds">
        <button class="hv-button hv-button--plain" formaction={action}>
          {gate.keep}
        </button>
        <button class="hv-plain" formaction={action} name="all" value="no">
          {gate.allNo}
        </button>
      </div>
    </div>
  );
}
