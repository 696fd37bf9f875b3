import type { Actor } from "#src/kernel/actor.ts";
import { capital, showList } from "#src/ui/format.ts";
import { Deed, type Problem, Problems } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { bringer, Course, Shield, stateOf, Words } from "./course-list.tsx";
import { type Attempt, DeedForm, fieldOf, type People } from "./deed-form.tsx";
import { type DeedName, offers } from "./offers.ts";
import { type Fact, type Signal, standing } from "./signal.ts";
import { undoable, undoSeconds } from "./undo.ts";

type Props = { view: View; signal: Signal; course: readonly Fact[]; people: People; actor: Actor; attempt?: Attempt | undefined };

/** Reading a signal: the words, what happened, the next deed one can do, and everything else folded below it. */
export function SignalPage({ view, signal, course, people, actor, attempt }: Props) {
  const { w } = view;
  const released = course[0];
  const offered = offers(signal, actor, course, view.today);
  return (
    <Page view={view} title={capital(w.terms.kind[signal.kind])} at="signals" aside={<Aside view={view} signal={signal} course={course} />}>
      <Problems view={view} problems={problemsOf(view, attempt)} />
      <JustDone view={view} signal={signal} course={course} actor={actor} />
      <h1 class="hv-hidden">{capital(w.terms.kind[signal.kind])}</h1>
      <p class="hv-quiet">{topLine(view, signal)}{signal.harm && <> · <span class="hv-asks">{w.reading.harm}</span></>}</p>
      {released && <Words view={view} fact={released} part="sentence" small={false} />}
      <div class="hv-speaker">
        {bringer(view, signal)}{signal.voice && signal.voice !== "professional" && `, ${w.reading.forResident(w.terms.voice[signal.voice])}`}
        {released && <Shield view={view} signal={signal} fact={released} part="sentence" actor={actor} />}
      </div>
      {released?.said.matters && <div class="hv-speaker">{signal.mattersSource === "said" ? w.reading.mattersSaid : w.reading.mattersThought} <q lang="nl">{released.said.matters}</q><Shield view={view} signal={signal} fact={released} part="matters" actor={actor} /></div>}
      {signal.mattersSource === "not-asked" && <p class="hv-speaker">{w.reading.mattersNotAsked}</p>}
      {released?.parts.includes("story") && <div class="hv-story"><Words view={view} fact={released} part="story" /><Shield view={view} signal={signal} fact={released} part="story" actor={actor} /></div>}
      <Course view={view} signal={signal} course={course} actor={actor} />
      <Deeds view={view} signal={signal} course={course} people={people} actor={actor} attempt={attempt} offered={offered} />
    </Page>
  );
}

function topLine(view: View, { kind, laws, snags, stage, level }: Signal): string {
  const { terms, reading } = view.w;
  const parts = [terms.kind[kind], showList(view, laws.map((law) => terms.law[law])), showList(view, snags.map((snag) => terms.snag[snag])), stage && terms.stage[stage], level && `${reading.level} ${terms.level[level]}`];
  return capital(parts.filter(Boolean).join(" · "));
}

function problemsOf({ w }: View, attempt: Attempt | undefined): Problem[] {
  if (!attempt) return [];
  const field = fieldOf[attempt.refusal];
  const tapped = field === "choice" || field === "position" || field === "audience" || field === "readers";
  return [{ field: field ? (tapped ? field : `${attempt.name}-${field}`) : `deed-${attempt.name}`, text: w.reading.refusal[attempt.refusal] }];
}

function JustDone({ view, signal, course, actor }: { view: View; signal: Signal; course: readonly Fact[]; actor: Actor }) {
  const last = undoable(actor, course, view.now);
  if (!last) return null;
  const left = undoSeconds - Math.floor((view.now.getTime() - last.at.getTime()) / 1000);
  return (
    <div class="hv-done" role="status" data-seconds={left}>
      <p>{view.w.reading.justDone}</p>
      <Deed view={view} action={last.kind === "released" ? `/drafts/${signal.id}/take-back` : `/signals/${signal.id}/undo`}><button class="hv-plain">{view.w.reading.undo}</button></Deed>
    </div>
  );
}

const oneClick: readonly DeedName[] = ["also", "take-up", "told", "ask-held", "not-solved"];
const pairs: readonly DeedName[] = ["hold", "fall-back", "held-there", "not-here"];
const first: readonly DeedName[] = ["tried", "answer", "route"];

/** One deed stands open: what is expected of this person, or thinking along. One-click deeds stand beside it, the rest is folded. */
function Deeds({ offered, ...props }: Props & { offered: readonly DeedName[] }) {
  const { view, signal, attempt } = props;
  const { w } = view;
  const questions = offered.filter((name) => pairs.includes(name));
  const main = questions.length > 0 ? undefined : (offered.find((name) => first.includes(name) && (name !== "tried" || signal.bringerId === props.actor.memberId)) ?? offered.find((name) => name === "reply"));
  const clicks = offered.filter((name) => oneClick.includes(name));
  const folded = offered.filter((name) => name !== main && !clicks.includes(name) && !questions.includes(name));
  const stillTried = attempt && !offered.includes(attempt.name) ? [attempt.name] : [];
  return (
    <section aria-label={w.deeds.fields}>
      {stillTried.map((name) => <div id={`deed-${name}`}><DeedForm {...props} name={name} /></div>)}
      {questions.length > 0 && <h2>{w.deeds.holdQuestion}</h2>}
      {questions.map((name) => <Fold {...props} name={name} open={name === questions[0]} />)}
      {main && <div id={`deed-${main}`}><DeedForm {...props} name={main} /></div>}
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
      {folded.map((name) => <Fold {...props} name={name} open={false} />)}
    </section>
  );
}

const Fold = ({ name, open, ...props }: Props & { name: DeedName; open: boolean }) => (
  <details class="hv-fold" open={open || props.attempt?.name === name} id={`deed-${name}`}>
    <summary>{props.view.w.deeds.button[name]}</summary>
    <DeedForm {...props} name={name} />
  </details>
);

function Aside({ view, signal, course }: { view: View; signal: Signal; course: readonly Fact[] }) {
  const { w } = view;
  const others = standing(course).filter(({ kind }) => kind === "also").length;
  return (
    <>
      <section>
        <h2>{w.overview.state}</h2>
        <p class={signal.state === "held" || signal.state === "held-there" ? "hv-holds" : undefined}>{capital(stateOf(view, signal))}</p>
        {others > 0 && <p class="hv-quiet">{w.reading.alsoCount(others)}</p>}
        {signal.withoutMoney && <p class="hv-holds">{w.reading.withoutMoney}</p>}
      </section>
      {signal.lifeAreas.length > 0 && <section><h2>{w.writing.areas}</h2><p>{capital(showList(view, signal.lifeAreas.map((area) => w.terms.lifeArea[area])))}</p></section>}
    </>
  );
}
