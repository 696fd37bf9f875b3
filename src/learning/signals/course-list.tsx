import type { Actor } from "#src/kernel/actor.ts";
import { dayOf } from "#src/kernel/day.ts";
import { capital, showDay, showMoment } from "#src/ui/format.ts";
import { FormToken } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Said } from "#src/ui/words.tsx";
import { owed } from "./owed.ts";
import { type Fact, type FactKind, type Part, type Signal, standing } from "./signal.ts";
import type { Ground } from "./words.ts";

/** What happened, in order, and at its end what somebody still owes. */
export function Course({ view, signal, course, actor }: { view: View; signal: Signal; course: readonly Fact[]; actor: Actor }) {
  const { w } = view;
  return (
    <ol class="hv-course" aria-label={w.reading.course}>
      {standing(course).map((fact) => (
        <Step view={view} signal={signal} fact={fact} course={course} actor={actor} />
      ))}
      <OpenEnd view={view} signal={signal} />
    </ol>
  );
}

const holding = ["held", "held-there"];

function Step({ view, signal, fact, course, actor }: { view: View; signal: Signal; fact: Fact; course: readonly Fact[]; actor: Actor }) {
  const { w } = view;
  const helped = standing(course).some(({ kind, codes }) => kind === "helped" && codes["position"] === fact.position);
  return (
    <li class={holding.includes(fact.kind) ? "hv-held" : undefined} id={`fact-${fact.position}`}>
      <b>{label(view, signal, fact)}</b>
      <span class="hv-when">
        <time datetime={dayOf(fact.at)}>{showMoment(view, fact.at)}</time>
      </span>
      <Details view={view} signal={signal} fact={fact} />
      {fact.position > 1 && fact.parts.map((part) => <Words view={view} fact={fact} part={part} />)}
      {fact.parts.length > 0 && fact.position > 1 && (
        <div class="hv-speaker">
          {speaker(view, signal, fact)}
          {helped && (
            <>
              {" "}
              · <span class="hv-holds">{w.reading.helpedBadge}</span>
            </>
          )}
          {fact.parts.map((part) => (
            <Shield view={view} signal={signal} fact={fact} part={part} actor={actor} />
          ))}
        </div>
      )}
    </li>
  );
}

function label(view: View, signal: Signal, fact: Fact): string {
  const { w } = view;
  const { kind, codes } = fact;
  if (kind === "released") return `${w.reading.fact.released} ${w.reading.sharedWith(w.terms.audience[signal.audience])}`;
  if (kind === "reply" && byBringer(signal, fact)) return w.reading.bringerAdded;
  if (kind === "answered" && typeof codes["choice"] === "string")
    return `${w.reading.fact.answered}: ${w.terms.choice[codes["choice"] as "change"].toLowerCase()}`;
  return w.reading.fact[kind];
}

function Details({ view, fact: { codes, kind } }: { view: View; signal: Signal; fact: Fact }) {
  const { w } = view;
  if ((kind === "passed-on" || kind === "routed") && typeof codes["to"] === "string") return <p class="hv-quiet">{w.reading.passedTo(codes["to"])}</p>;
  if (kind === "erased" && typeof codes["ground"] === "string") return <p class="hv-quiet">{w.reading.erasedWhy[codes["ground"] as Ground]}</p>;
  if (kind === "helped" && codes["withoutMoney"] === true) return <p class="hv-holds">{w.reading.withoutMoney}</p>;
  return null;
}

const byBringer = (signal: Signal, { byMember, byRole, byTeamId }: Fact): boolean =>
  byMember === signal.bringerId && byRole === signal.bringerRole && byTeamId === signal.teamId;

/** The bringer by role and team only; everybody else by what they do and where; of what was imported only role and team are known. */
function speaker(view: View, signal: Signal, fact: Fact): string {
  if (byBringer(signal, fact)) return bringer(view, signal);
  const who = fact.byMember === signal.bringerId ? view.w.terms.role[fact.byRole] : fact.byTitle;
  return capital(view.w.reading.by(who, fact.byTeam));
}

export const bringer = (view: View, signal: Signal): string =>
  capital(signal.bringerName ? `${signal.bringerName}, ${signal.teamName}` : view.w.reading.bringer(view.w.terms.role[signal.bringerRole], signal.teamName));

/** What somebody says because of an office, not of their own: never set as people's own words. */
const ofOffice: readonly FactKind[] = ["answered", "refused", "passed-on"];

/** One text of a fact; its author still reads it when it is shielded, and is told so. */
export function Words({ view, fact, part, small = true }: { view: View; fact: Fact; part: Part; small?: boolean }) {
  const { w } = view;
  const content = fact.said[part];
  return (
    <>
      {content !== undefined &&
        (ofOffice.includes(fact.kind) ? (
          <p class="hv-office" lang="nl">
            {content}
          </p>
        ) : (
          <Said small={small} lang="nl">
            {content}
          </Said>
        ))}
      {fact.erased[part] ? (
        <p class="hv-note">{w.reading.erasedText(showMoment(view, fact.erased[part]))}</p>
      ) : (
        (content === undefined || fact.shielded.includes(part)) && <p class="hv-note">{w.reading.shieldedText}</p>
      )}
    </>
  );
}

/** The one click that shields a text in which somebody is recognisable. */
export function Shield({ view, signal, fact, part, actor }: { view: View; signal: Signal; fact: Fact; part: Part; actor: Actor }) {
  if (fact.said[part] === undefined || fact.shielded.includes(part) || actor.memberId === fact.byMember) return null;
  return (
    <form class="hv-shield" method="post" action={`/signals/${signal.id}/shield`}>
      <FormToken view={view} />
      <input type="hidden" name="position" value={fact.position} />
      <input type="hidden" name="part" value={part} />
      <button class="hv-plain" title={view.w.deeds.shieldHint}>
        {view.w.deeds.shield}
      </button>
    </form>
  );
}

/** How far it is, in words: what is open waits for something else in each kind. */
export function stateOf({ w }: View, { kind, state, answerDue }: Pick<Signal, "kind" | "state" | "answerDue">): string {
  if (state !== "open" || answerDue) return w.terms.state[state];
  return kind === "works" ? w.reading.openWorks : w.reading.openAmong;
}

function OpenEnd({ view, signal }: { view: View; signal: Signal }) {
  const { w, today } = view;
  const end = owed(signal, today);
  if (!end) return null;
  if (end.what === "staying")
    return (
      <li class={end.reached ? "hv-owes" : "hv-later"}>
        <b>{w.reading.staysUntil(showDay(view, end.day))}</b>
      </li>
    );
  if (end.what === "checkpoint") {
    if (!end.reached)
      return (
        <li class="hv-later">
          {w.reading.checkpointOn(showDay(view, end.day))}
          <span class="hv-when">{w.reading.saysHeld}</span>
        </li>
      );
    return (
      <li class="hv-owes">
        <b>{w.reading.checkpointToday}</b>
        {end.unconfirmed && <span class="hv-when">{w.reading.notConfirmed}</span>}
      </li>
    );
  }
  return (
    <>
      {end.what === "routing" && (
        <li class="hv-owes">
          <b>{end.day ? w.reading.nobodyAsked(showDay(view, end.day)) : w.reading.facilitatorRoutes}</b>
        </li>
      )}
      {end.what === "answer" && (
        <li class="hv-owes">
          <b>{capital(w.reading.answersBefore(end.who, showDay(view, end.day)))}</b>
          <span class="hv-when">{left(view, end.workingDaysLeft)}</span>
        </li>
      )}
      <li class="hv-later">{w.reading.later}</li>
    </>
  );
}

export function left({ w }: View, workingDays: number): string {
  if (workingDays < 0) return w.reading.daysLate(-workingDays);
  return workingDays === 0 ? w.reading.answersBeforeToday : w.reading.daysLeft(workingDays);
}
