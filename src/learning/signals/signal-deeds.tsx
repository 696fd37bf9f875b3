import { Deed } from "#src/ui/form.tsx";
import { DeedForm } from "./deed-form.tsx";
import type { DeedName } from "./offers.ts";
import type { SignalProps } from "./signal-page.tsx";

const oneClick: readonly DeedName[] = ["also", "take-up", "told", "ask-held", "not-solved"];
const pairs: readonly DeedName[] = ["hold", "fall-back", "held-there", "not-here"];
const first: readonly DeedName[] = ["tried", "answer", "route"];

/** One deed stands open: what is expected of this person, or thinking along. One-click deeds stand beside it, the rest is folded. */
export function SignalDeeds({ offered, ...props }: SignalProps & { offered: readonly DeedName[] }) {
  const { view, signal, attempt } = props;
  const { w } = view;
  const questions = offered.filter((name) => pairs.includes(name));
  const main =
    questions.length > 0
      ? undefined
      : (offered.find((name) => first.includes(name) && (name !== "tried" || signal.bringerId === props.actor.memberId)) ??
        offered.find((name) => name === "reply"));
  const clicks = offered.filter((name) => oneClick.includes(name));
  const folded = offered.filter((name) => name !== main && !clicks.includes(name) && !questions.includes(name));
  const stillTried = attempt && !offered.includes(attempt.name) ? [attempt.name] : [];
  return (
    <section aria-label={w.deeds.fields}>
      {stillTried.map((name) => (
        <div id={`deed-${name}`}>
          <DeedForm {...props} name={name} />
        </div>
      ))}
      {questions.length > 0 && <h2>{w.deeds.holdQuestion}</h2>}
      {questions.map((name) => (
        <Fold {...props} name={name} open={name === questions[0]} />
      ))}
      {main && (
        <div id={`deed-${main}`}>
          <DeedForm {...props} name={main} />
        </div>
      )}
      {clicks.length > 0 && (
        <div class="hv-deeds">
          {clicks.map((name) => (
            <Deed view={view} action={`/signals/${signal.id}/${name}`}>
              <input type="hidden" name="seen" value={signal.state} />
              <button class="hv-button hv-button--plain">{w.deeds.button[name]}</button>
            </Deed>
          ))}
        </div>
      )}
      {folded.length > 0 && <h2>{w.deeds.more}</h2>}
      {folded.map((name) => (
        <Fold {...props} name={name} open={false} />
      ))}
    </section>
  );
}

const Fold = ({ name, open, ...props }: SignalProps & { name: DeedName; open: boolean }) => (
  <details class="hv-fold" open={open || props.attempt?.name === name} id={`deed-${name}`}>
    <summary>{props.view.w.deeds.button[name]}</summary>
    <DeedForm {...props} name={name} />
  </details>
);
