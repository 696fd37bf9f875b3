import type { Day } from "#src/kernel/day.ts";
import { kinds, laws, owed, snags, stages, states } from "#src/learning/signals/index.ts";
import { left, stateOf } from "#src/learning/signals/course-list.tsx";
import { Line } from "#src/learning/signals/line.tsx";
import { capital, showDay, showList, showMoment } from "#src/ui/format.ts";
import { type Option, Select } from "#src/ui/form.tsx";
import { Check } from "#src/ui/taps.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Said } from "#src/ui/words.tsx";
import type { Cursor, Filter, Listed } from "./list.ts";

type Team = { id: string; name: string; kind: string };
type Props = { view: View; filter: Filter; signals: readonly Listed[]; next: Cursor | undefined; teams: readonly Team[]; mayImport: boolean };

/** Signals one may see: the sentences first, how far each is beneath, filters beside them. */
export function ListPage({ view, filter, signals, next, teams, mayImport }: Props) {
  const { w } = view;
  return (
    <Page view={view} title={w.overview.list} at="signals" aside={<Filters view={view} filter={filter} teams={teams} mayImport={mayImport} />}>
      <h1>{w.overview.list}</h1>
      <p class="hv-narrow">
        <a href="#filters">{w.overview.filters}</a>
      </p>
      {signals.length === 0 ? (
        <>
          <p>{filter.q ? w.overview.nothingFound(filter.q) : w.overview.listEmpty}</p>
          <p class="hv-quiet">{w.overview.listEmptyLead}</p>
          <p class="hv-deeds">
            <a class="hv-button" href="/write">
              {w.write}
            </a>
          </p>
        </>
      ) : (
        <ul class="hv-rows">
          {signals.map((signal) => (
            <Row view={view} signal={signal} today={view.today} />
          ))}
        </ul>
      )}
      {next && (
        <p class="hv-deeds">
          <a class="hv-button hv-button--plain" href={`/signals?${addressOf({ ...filter, after: next })}`}>
            {w.overview.more}
          </a>
        </p>
      )}
    </Page>
  );
}

function Row({ view, signal, today }: { view: View; signal: Listed; today: Day }) {
  const { w } = view;
  const end = owed(signal, today);
  const owes = end?.what === "answer" || end?.what === "routing" || (end !== undefined && "reached" in end && end.reached);
  const about = showList(view, [...signal.laws.map((law) => w.terms.law[law]), ...signal.snags.map((snag) => w.terms.snag[snag])]);
  return (
    <li>
      <Said small lang="nl">
        <a href={`/signals/${signal.id}`}>{signal.sentence ?? w.overview.shielded}</a>
      </Said>
      <p class="hv-quiet">
        {capital(signal.teamName)} · {showMoment(view, signal.releasedAt)}
        {about && ` · ${about}`}
        {signal.harm && (
          <>
            {" "}
            · <span class="hv-asks">{w.reading.harm}</span>
          </>
        )}
      </p>
      <p class={signal.state === "held" || signal.state === "held-there" ? "hv-holds" : "hv-quiet"}>
        {capital(stateOf(view, signal))}
        {end?.what === "answer" &&
          (end.workingDaysLeft < 0 ? (
            <>
              {" "}
              · <span class="hv-asks">{left(view, end.workingDaysLeft)}</span>
            </>
          ) : (
            ` · ${left(view, end.workingDaysLeft)}`
          ))}
        {end?.what === "checkpoint" && ` · ${end.unconfirmed ? w.reading.notConfirmed : w.reading.checkpointOn(showDay(view, end.day))}`}
      </p>
      <Line steps={signal.version} state={signal.state} owes={owes} />
    </li>
  );
}

const named = <T extends string>(values: readonly T[], names: Record<T, string>): Option[] => values.map((value) => ({ value, label: names[value] }));

function Filters({ view, filter, teams, mayImport }: { view: View; filter: Filter; teams: readonly Team[]; mayImport: boolean }) {
  const { overview, terms, searchSignals, searchKey } = view.w;
  return (
    <>
      <section>
        <h2 id="filters">{overview.filters}</h2>
        <form action="/signals" method="get" class="hv-filters">
          <div class="hv-field">
            <label for="q">
              {searchSignals} <span class="hv-quiet">({searchKey})</span>
            </label>
            <input id="q" type="text" name="q" value={filter.q} autocomplete="off" />
          </div>
          <Select view={view} name="kind" label={overview.kind} value={filter.kind} empty={overview.all} options={named(kinds, terms.kind)} />
          <Select view={view} name="state" label={overview.state} value={filter.state} empty={overview.all} options={named(states, terms.state)} />
          <Select view={view} name="snag" label={overview.snag} value={filter.snag} empty={overview.all} options={named(snags, terms.snag)} />
          <Select view={view} name="law" label={overview.law} value={filter.law} empty={overview.all} options={named(laws, terms.law)} />
          <Select view={view} name="stage" label={overview.stage} value={filter.stage} empty={overview.all} options={named(stages, terms.stage)} />
          <Select
            view={view}
            name="team"
            label={overview.team}
            value={filter.team}
            empty={overview.all}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            view={view}
            name="sort"
            label={overview.sort}
            value={filter.sort}
            options={[
              { value: "newest", label: overview.newest },
              { value: "oldest", label: overview.oldest },
              { value: "due", label: overview.dueFirst },
            ]}
          />
          <Check name="harm" label={overview.onlyHarm} checked={filter.harm} />
          <Check name="late" label={overview.onlyLate} checked={filter.late} />
          <Check name="mine" label={overview.onlyMine} checked={filter.mine} />
          <p class="hv-deeds">
            <button class="hv-button hv-button--plain">{overview.filter}</button>
            <a href="/signals">{overview.clear}</a>
          </p>
        </form>
      </section>
      <section>
        <h2>{overview.export}</h2>
        <p>
          <a href={`/signals.csv?${addressOf(filter)}`}>CSV</a> · <a href={`/signals.json?${addressOf(filter)}`}>JSON</a>
          {mayImport && (
            <>
              {" "}
              · <a href="/signals/import">{overview.importTitle}</a>
            </>
          )}
        </p>
      </section>
    </>
  );
}

/** The filter as it stands in an address. */
export function addressOf({ after, sort, ...filter }: Filter): string {
  const words = Object.entries(filter)
    .filter(([, value]) => value)
    .map(([name, value]) => [name, value === true ? "yes" : String(value)]);
  return new URLSearchParams([
    ...words,
    ...(sort === "newest" ? [] : [["sort", sort]]),
    ...(after ? [["after", `${after.value}_${after.id}`]] : []),
  ]).toString();
}
