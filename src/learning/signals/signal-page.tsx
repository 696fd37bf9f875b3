import type { Actor } from "#src/kernel/actor.ts";
import { capital, showList } from "#src/ui/format.ts";
import { Deed, type Problem, Problems } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { bringer, Course, Shield, stateOf, Words } from "./course-list.tsx";
import { type Attempt, fieldOf, type People } from "./deed-form.tsx";
import { offers } from "./offers.ts";
import { SignalDeeds } from "./signal-deeds.tsx";
import { type Fact, type Signal, standing } from "./signal.ts";
import { undoable, undoSeconds } from "./undo.ts";

export type SignalProps = { view: View; signal: Signal; course: readonly Fact[]; people: People; actor: Actor; attempt?: Attempt | undefined };

/** Reading a signal: the words, what happened, the next deed one can do, and everything else folded below it. */
export function SignalPage({ view, signal, course, people, actor, attempt }: SignalProps) {
  const { w } = view;
  const released = course[0];
  const offered = offers(signal, actor, course, view.today);
  return (
    <Page view={view} title={capital(w.terms.kind[signal.kind])} at="signals" aside={<Aside view={view} signal={signal} course={course} />}>
      <Problems view={view} problems={problemsOf(view, attempt)} />
      <JustDone view={view} signal={signal} course={course} actor={actor} />
      <h1 class="hv-hidden">{capital(w.terms.kind[signal.kind])}</h1>
      <p class="hv-quiet">
        {topLine(view, signal)}
        {signal.harm && (
          <>
            {" "}
            · <span class="hv-asks">{w.reading.harm}</span>
          </>
        )}
      </p>
      {released && <Words view={view} fact={released} part="sentence" small={false} />}
      <div class="hv-speaker">
        {bringer(view, signal)}
        {signal.voice && signal.voice !== "professional" && `, ${w.reading.forResident(w.terms.voice[signal.voice])}`}
        {released && <Shield view={view} signal={signal} fact={released} part="sentence" actor={actor} />}
      </div>
      {released?.said.matters && (
        <div class="hv-speaker">
          {signal.mattersSource === "said" ? w.reading.mattersSaid : w.reading.mattersThought} <q lang="nl">{released.said.matters}</q>
          <Shield view={view} signal={signal} fact={released} part="matters" actor={actor} />
        </div>
      )}
      {signal.mattersSource === "not-asked" && <p class="hv-speaker">{w.reading.mattersNotAsked}</p>}
      {released?.parts.includes("story") && (
        <div class="hv-story">
          <Words view={view} fact={released} part="story" />
          <Shield view={view} signal={signal} fact={released} part="story" actor={actor} />
        </div>
      )}
      <Course view={view} signal={signal} course={course} actor={actor} />
      <SignalDeeds view={view} signal={signal} course={course} people={people} actor={actor} attempt={attempt} offered={offered} />
    </Page>
  );
}

function topLine(view: View, { kind, laws, snags, stage, level }: Signal): string {
  const { terms, reading } = view.w;
  const parts = [
    terms.kind[kind],
    showList(
      view,
      laws.map((law) => terms.law[law]),
    ),
    showList(
      view,
      snags.map((snag) => terms.snag[snag]),
    ),
    stage && terms.stage[stage],
    level && `${reading.level} ${terms.level[level]}`,
  ];
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
      <Deed view={view} action={last.kind === "released" ? `/drafts/${signal.id}/take-back` : `/signals/${signal.id}/undo`}>
        <button class="hv-plain">{view.w.reading.undo}</button>
      </Deed>
    </div>
  );
}

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
      {signal.lifeAreas.length > 0 && (
        <section>
          <h2>{w.writing.areas}</h2>
          <p>
            {capital(
              showList(
                view,
                signal.lifeAreas.map((area) => w.terms.lifeArea[area]),
              ),
            )}
          </p>
        </section>
      )}
    </>
  );
}
