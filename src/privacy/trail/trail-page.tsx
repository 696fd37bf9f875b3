import { DayField, Select } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Lines } from "./lines.tsx";
import { type Asked, type Told, whats } from "./store.ts";

type Props = { view: View; asked: Asked; name: string | undefined; told: readonly Told[]; next: Told | undefined; text: boolean };

/** What somebody did and looked at, or who was at a text, day by day. */
export function TrailPage({ view, asked, name, told, next, text }: Props) {
  const { privacy, erasing } = view.w;
  const title = name ? privacy.trailOf(name) : asked.of ? privacy.trailOfText : privacy.trailOfAll;
  return (
    <Page view={view} title={title} at="oversight" aside={<Filters view={view} asked={asked} />}>
      <h1>{title}</h1>
      <p class="hv-quiet">
        {privacy.ownLook} {privacy.releasedUnseen}
      </p>
      {text && (
        <p>
          <a href={`/privacy/erase/${asked.of}`}>{erasing.eraseAll}</a>
        </p>
      )}
      {told.length === 0 ? <p>{privacy.trailNone}</p> : <Lines view={view} told={told} of={asked.of} />}
      {next && (
        <p class="hv-deeds">
          <a class="hv-button hv-button--plain" href={`${addressOf(asked)}&before=${next.at.toISOString()}_${next.id}`}>
            {privacy.more}
          </a>
        </p>
      )}
    </Page>
  );
}

function Filters({ view, asked }: { view: View; asked: Asked }) {
  const { privacy } = view.w;
  return (
    <>
      <section>
        <h2>{view.w.overview.filters}</h2>
        <form action={asked.of ? `/privacy/trail/${asked.of}` : "/privacy/trail"} method="get" class="hv-filters">
          <Select
            view={view}
            name="what"
            label={privacy.whatLabel}
            value={asked.what}
            options={whats.map((value) => ({ value, label: privacy.what[value] }))}
          />
          <DayField view={view} name="from" label={privacy.from} value={asked.from} />
          <DayField view={view} name="until" label={privacy.until} value={asked.until} />
          <p class="hv-deeds">
            <button class="hv-button hv-button--plain">{privacy.look}</button>
          </p>
        </form>
      </section>
      <section>
        <p>
          <a href={addressOf(asked, "csv")}>{privacy.csv}</a>
        </p>
        <p>
          <a href="/privacy/looked">{privacy.find}</a>
        </p>
      </section>
    </>
  );
}

/** Where this view of the trail is found again. */
function addressOf({ of, what, from, until }: Asked, as?: "csv"): string {
  const asked = new URLSearchParams({ what, ...(from && { from }), ...(until && { until }) });
  return `/privacy/trail${of ? `/${of}` : ""}${as ? (of ? "/csv" : ".csv") : ""}?${asked}`;
}
