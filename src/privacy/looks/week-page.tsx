import { addDays, type Day } from "#src/kernel/day.ts";
import { capital, showDay, showMoment, showTime } from "#src/ui/format.ts";
import { Deed } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Line } from "../trail/lines.tsx";
import type { Told } from "../trail/store.ts";
import type { Review, Verdict } from "./store.ts";
import type { Unusual } from "./unusual.ts";
import { mondayOf } from "./week.ts";

type Shown = { readonly look: Unusual; readonly told: Told; readonly review: Review | undefined };
type Props = {
  view: View;
  week: Day;
  shown: readonly Shown[];
  /** How many looks there were at all. */
  count: number;
  next: number | undefined;
  done: { at: Date; by: string } | undefined;
  last: { at: Date; by: string } | undefined;
};

/** The looks of a week that stand out, each with its reasons, to be ticked off one by one and then as a week. */
export function WeekPage({ view, week, shown, count, next, done, last }: Props) {
  const { privacy } = view.w;
  return (
    <Page view={view} title={privacy.weekTitle} at="oversight" aside={<Other view={view} week={week} count={count} last={last} />}>
      {done && (
        <div class="hv-done" role="status">
          <p>{privacy.weekDone(showMoment(view, done.at), done.by)}</p>
        </div>
      )}
      <h1>{privacy.weekTitle}</h1>
      <p class="hv-quiet">{capital(privacy.weekOf(showDay(view, week), showDay(view, addDays(week, 6))))}</p>
      <p>{privacy.weekLead}</p>
      {shown.length === 0 ? <p>{privacy.weekNone}</p> : <p class="hv-quiet">{privacy.weekOrder}</p>}
      {shown.length > 0 && (
        <ol class="hv-rows">
          {shown.map((one) => (
            <Row view={view} week={week} {...one} />
          ))}
        </ol>
      )}
      {next !== undefined && (
        <p class="hv-deeds">
          <a class="hv-button hv-button--plain" href={`/privacy/week?week=${week}&from=${next}`}>
            {view.w.overview.more}
          </a>
        </p>
      )}
      {!done && week < mondayOf(view.today) && (
        <Deed view={view} action="/privacy/week">
          <input type="hidden" name="week" value={week} />
          <p class="hv-deeds">
            <button class="hv-button">{privacy.weekDo}</button>
          </p>
        </Deed>
      )}
    </Page>
  );
}

function Row({ view, week, look, told, review }: Shown & { view: View; week: Day }) {
  const { privacy } = view.w;
  return (
    <li id={`look-${look.id}`}>
      <p>
        <Line view={view} told={told} />
      </p>
      <p class="hv-quiet">
        {showMoment(view, look.at)}, {showTime(view, look.at)}
        {look.together > 1 && ` · ${privacy.together(look.together)}`}
      </p>
      <p>{capital(look.reasons.map(({ code, count = 0 }) => privacy.reason[code](count)).join(" · "))}</p>
      {review && (
        <p class="hv-holds">
          {privacy.reviewed(privacy.verdict[review.verdict], review.by, showMoment(view, review.at))}
          {review.note && `: ${review.note}`}
        </p>
      )}
      {review?.verdict !== "in-order" && <Judge view={view} week={week} id={look.id} />}
    </li>
  );
}

function Judge({ view, week, id }: { view: View; week: Day; id: string }) {
  const { privacy } = view.w;
  const button = (verdict: Verdict) => (
    <button class="hv-button hv-button--plain" name="verdict" value={verdict}>
      {privacy.verdict[verdict]}
    </button>
  );
  return (
    <details class="hv-fold">
      <summary>{privacy.reviewTitle}</summary>
      <Deed view={view} action={`/privacy/week/${id}`}>
        <input type="hidden" name="week" value={week} />
        <div class="hv-field">
          <label for={`note-${id}`}>
            {privacy.note} <span class="hv-quiet">({view.w.optional})</span>
          </label>
          <p class="hv-quiet" id={`note-${id}-hint`}>
            {privacy.noteHint}
          </p>
          <input id={`note-${id}`} type="text" name="text" maxlength={400} autocomplete="off" aria-describedby={`note-${id}-hint`} />
        </div>
        <p class="hv-deeds">
          {button("in-order")}
          {button("asked")}
        </p>
      </Deed>
    </details>
  );
}

function Other({ view, week, count, last }: Pick<Props, "view" | "week" | "count" | "last">) {
  const { privacy } = view.w;
  return (
    <>
      <section>
        <p>{last ? privacy.lastDone(showMoment(view, last.at), last.by) : privacy.neverDone}</p>
        <p class="hv-quiet">{privacy.counted(count)}</p>
      </section>
      <section>
        <p>
          <a href={`/privacy/week?week=${addDays(week, -7)}`}>{privacy.earlier}</a>
        </p>
        {week < mondayOf(view.today) && (
          <p>
            <a href={`/privacy/week?week=${addDays(week, 7)}`}>{privacy.later}</a>
          </p>
        )}
      </section>
      <section>
        <p class="hv-quiet">{privacy.releasedUnseen}</p>
      </section>
    </>
  );
}
