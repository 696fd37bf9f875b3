import { brings } from "#src/kernel/actor.ts";
import { workingDaysBetween } from "#src/kernel/day.ts";
import type { Expected, News, Numbers, Overdue } from "#src/learning/overview/index.ts";
import { LooseEnds } from "#src/organisation/members/loose-ends.tsx";
import type { LooseEnds as Loose } from "#src/organisation/members/loose-store.ts";
import { showDay, showMoment } from "#src/ui/format.ts";
import { Deed } from "#src/ui/form.tsx";
import { HomeAside } from "./home-aside.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Said } from "#src/ui/words.tsx";

export type Today = {
  readonly expected: readonly Expected[];
  readonly news: readonly News[];
  readonly numbers: Numbers | undefined;
  readonly ofTeam: boolean;
  readonly late: readonly { id: string; sentence: string | null; answerDue: `${number}-${number}-${number}` }[];
  readonly overdue: readonly Overdue[];
  readonly drafts: number;
  /** For an administrator, who has nothing to do with signals. */
  readonly loose: Loose | undefined;
  /** Colleagues who ask this person to read along. */
  readonly looks: number;
};

/** What is expected of me, by when; then what changed since I last looked. */
export function HomePage({ view, today }: { view: View; today: Today }) {
  const { overview, today: title } = view.w;
  const council = view.viewer?.role === "council-member";
  return (
    <Page view={view} title={title} at="today" aside={<HomeAside view={view} today={today} />}>
      {today.loose ? (
        <LooseEnds view={view} found={today.loose} />
      ) : today.expected.length > 0 ? (
        <>
          <h1>{overview.waiting(today.expected.length)}</h1>
          <ul class="hv-due">
            {today.expected.map((expected) => (
              <Due view={view} expected={expected} />
            ))}
          </ul>
        </>
      ) : council ? (
        <OverdueList view={view} overdue={today.overdue} heading="h1" />
      ) : (
        <>
          <h1>{overview.nothingWaiting}</h1>
          <p>
            {overview.nothingWaitingLead}
            {view.viewer && brings(view.viewer.role) && ` ${overview.nothingWaitingAsks}`}
          </p>
        </>
      )}
      {council && today.expected.length > 0 && <OverdueList view={view} overdue={today.overdue} heading="h2" />}
      {(!today.loose || today.news.length > 0) && <News view={view} news={today.news} />}
    </Page>
  );
}

function Due({ view, expected: { what, signalId, sentence, day } }: { view: View; expected: Expected }) {
  const { overview } = view.w;
  const late = what === "answer" && day !== null && day < view.today;
  return (
    <li>
      <Said small lang="nl">
        <a href={`/signals/${signalId}`}>{sentence ?? overview.shielded}</a>
      </Said>
      <p class={late ? "hv-asks" : "hv-quiet"}>
        {overview.due[what]}
        {day && (what === "answer" || what === "route") && `, ${overview.before(showDay(view, day))}`}
        {late && `, ${overview.late(Math.max(1, workingDaysBetween(day, view.today)))}`}
      </p>
      <a
        class={what === "answer" || what === "route" ? "hv-button" : "hv-button hv-button--plain"}
        href={`/signals/${signalId}`}
        aria-label={`${overview.do[what]}: ${sentence ?? overview.shielded}`}
      >
        {overview.do[what]}
      </a>
    </li>
  );
}

function News({ view, news }: { view: View; news: readonly News[] }) {
  const { overview, reading } = view.w;
  const fresh = news.some(({ isNew }) => isNew);
  return (
    <section>
      <h2>{overview.since}</h2>
      {news.length === 0 && <p class="hv-quiet">{overview.sinceNothing}</p>}
      <ul class="hv-news">
        {news.map(({ kind, why, signalId, position, at, isNew, sentence, isThere }) => (
          <li>
            {isNew ? <b>{reading.fact[kind]}</b> : reading.fact[kind]}:{" "}
            {isThere ? (
              <a href={`/signals/${signalId}#fact-${position}`} lang="nl">
                {sentence ?? overview.shielded}
              </a>
            ) : (
              overview.gone
            )}{" "}
            <span class="hv-quiet">
              {showMoment(view, at)}, {overview.why[why as keyof typeof overview.why]}
            </span>
          </li>
        ))}
      </ul>
      {fresh && (
        <Deed view={view} action="/seen">
          <button class="hv-plain">{overview.allSeen}</button>
        </Deed>
      )}
    </section>
  );
}

function OverdueList({ view, overdue, heading: Heading }: { view: View; overdue: readonly Overdue[]; heading: "h1" | "h2" }) {
  const { overview } = view.w;
  return (
    <section>
      <Heading>{overview.overdueTitle}</Heading>
      <p>{overdue.length === 0 ? overview.overdueNone : overview.overdueLead}</p>
      <ul class="hv-rows">
        {overdue.map(({ sentence, team, answerDue }) => (
          <li>
            <Said small lang="nl">
              {sentence ?? overview.shielded}
            </Said>
            <p class="hv-asks">
              {team}, {overview.overdueSince(showDay(view, answerDue))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
