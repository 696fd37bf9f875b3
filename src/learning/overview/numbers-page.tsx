import { capital, showNumber, showShare } from "#src/ui/format.ts";
import { Select } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { Numbers } from "./numbers.ts";
import { type Half, halvesUntil, yearOf } from "./period.ts";

type Asked = { readonly half: Half; readonly team: string | undefined };
type Props = { view: View; numbers: Numbers | undefined; asked: Asked; teams: readonly { id: string; name: string; kind: string }[] };

/** What the loop does, in a few numbers about signals: a bar to look at and a table that says the same. */
export function NumbersPage({ view, numbers, asked, teams }: Props) {
  const { overview } = view.w;
  return (
    <Page view={view} title={overview.numbers} at="numbers" aside={<Period view={view} asked={asked} teams={teams} />}>
      <h1>{overview.numbers}</h1>
      <p>{overview.numbersLead}</p>
      <p class="hv-quiet">{capital(overview.half(asked.half.endsWith("1"), yearOf(asked.half)))}</p>
      {numbers ? <Table view={view} numbers={numbers} /> : <p>{overview.tooFew}</p>}
    </Page>
  );
}

function Table({ view, numbers }: { view: View; numbers: Numbers }) {
  const { overview } = view.w;
  const shares = [
    [overview.replied, numbers.replied],
    [overview.answered, numbers.answered],
    [overview.held, numbers.held],
    [overview.withoutMoney, numbers.withoutMoney],
    [overview.overdueShare, numbers.overdue],
  ] as const;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{overview.measure}</th>
          <th scope="col">
            <span class="hv-hidden">{overview.value}</span>
          </th>
          <th scope="col" class="hv-figure">
            {overview.value}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{overview.signals}</th>
          <td></td>
          <td class="hv-figure">{showNumber(view, numbers.signals)}</td>
        </tr>
        {shares.map(
          ([label, share]) =>
            share !== null && (
              <tr>
                <th scope="row">{label}</th>
                <td>
                  <Bar share={share} asks={share === numbers.overdue && label === overview.overdueShare} />
                </td>
                <td class="hv-figure">{showShare(view, share)}</td>
              </tr>
            ),
        )}
        {numbers.daysToReply !== null && (
          <tr>
            <th scope="row">{overview.daysToReply}</th>
            <td></td>
            <td class="hv-figure">{showNumber(view, numbers.daysToReply, 1)}</td>
          </tr>
        )}
        {numbers.daysToAnswer !== null && (
          <tr>
            <th scope="row">{overview.daysToAnswer}</th>
            <td></td>
            <td class="hv-figure">{showNumber(view, numbers.daysToAnswer, 1)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The share as a line; the number stands beside it. */
const Bar = ({ share, asks }: { share: number; asks: boolean }) => (
  <svg class="hv-line" width="120" height="10" viewBox="0 0 120 10" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M2 5H118" stroke-dasharray="1 3" />
    {share > 0 && <path d={`M2 5H${2 + Math.round(share * 116)}`} stroke-width="3" class={asks ? "hv-open" : "hv-end"} />}
  </svg>
);

const shownHalves = 6;

function Period({ view, asked, teams }: { view: View; asked: Asked; teams: Props["teams"] }) {
  const { overview } = view.w;
  const halves = halvesUntil(view.today, shownHalves).map((half) => ({ value: half, label: capital(overview.half(half.endsWith("1"), yearOf(half))) }));
  return (
    <section>
      <h2>{overview.filters}</h2>
      <form action="/numbers" method="get">
        <Select view={view} name="half" label={overview.period} value={asked.half} options={halves} />
        <Select
          view={view}
          name="team"
          label={overview.team}
          value={asked.team}
          empty={overview.everyTeam}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p class="hv-deeds">
          <button class="hv-button hv-button--plain">{overview.filter}</button>
        </p>
      </form>
    </section>
  );
}
