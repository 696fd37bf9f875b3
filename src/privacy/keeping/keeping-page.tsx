import type { Past } from "#src/gate/retention/destroy-store.ts";
import type { KeptKind } from "#src/gate/retention/terms.ts";
import type { Declared, Woo } from "#src/gate/retention/store.ts";
import { capital, showMoment } from "#src/ui/format.ts";
import { Deed, Problems } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { type Change, TermForms } from "./term-forms.tsx";
import { type Asked, WooSection } from "./woo.tsx";

export type Refusal = "chooseKind" | "lookAgain" | "wooStops";
type Props = { view: View; past: readonly Past[]; woo: readonly Woo[]; declared: readonly Declared[]; refusal?: Refusal; change?: Change; asked?: Asked };

/** What is past its term, what one destroys of it, and what stops that. */
export function KeepingPage({ view, past, woo, declared, refusal, change, asked }: Props) {
  const { keeping } = view.w;
  const pending = woo.some(({ endedOn }) => endedOn === null);
  const over = past.filter(({ pieces }) => pieces > 0);
  return (
    <Page view={view} title={keeping.title} at="oversight" aside={<Aside view={view} declared={declared} />}>
      {refusal && <Problems view={view} problems={[{ field: "kinds", text: keeping[refusal] }]} />}
      <h1>{keeping.title}</h1>
      <p>{keeping.lead}</p>
      {pending && (
        <p class="hv-note hv-note--asks" id={over.length === 0 ? "kinds" : undefined}>
          {keeping.wooStops}
        </p>
      )}
      {over.length > 0 && !pending ? (
        <Deed view={view} action="/privacy/keeping/destroy">
          <input type="hidden" name="day" value={view.today} />
          <Rows view={view} past={past} first={over[0]!.kind} problem={refusal && keeping[refusal]} />
          <p class="hv-note">{keeping.destroyLead}</p>
          <p class="hv-deeds">
            <button class="hv-button">{keeping.destroy}</button>
          </p>
        </Deed>
      ) : (
        <Rows view={view} past={past} />
      )}
      <TermForms view={view} past={past} change={change} />
      <WooSection view={view} woo={woo} asked={asked} />
    </Page>
  );
}

/** Each kind with its term and what is past it; with `first`, what is past it can be ticked. */
function Rows({ view, past, first, problem }: { view: View; past: readonly Past[]; first?: KeptKind; problem?: string | undefined }) {
  const { keeping } = view.w;
  return (
    <ul class="hv-rows">
      {past.map((one) => (
        <li>
          <p>
            <b>{capital(keeping.kind[one.kind])}</b>
          </p>
          <p class="hv-quiet">
            {keeping.kept(keeping.months(one.months), keeping.since[one.since])}
            {one.months !== one.standard && ` · ${keeping.ownTerm(keeping.months(one.standard))}`}
            {one.automatic && ` · ${keeping.isAutomatic}`}
          </p>
          {one.reason && <p class="hv-quiet">{one.reason}</p>}
          <p class={one.pieces > 0 ? "hv-asks" : "hv-quiet"}>
            {capital(one.pieces > 0 ? keeping.past(one.pieces) : keeping.nothing)}
            {one.oldest && `, ${keeping.pastFrom(showMoment(view, one.oldest))}`}
          </p>
          {problem && one.kind === first && (
            <p class="hv-problem" id="kinds-problem">
              {problem}
            </p>
          )}
          {first && one.pieces > 0 && (
            <div class="hv-check">
              <input
                type="checkbox"
                id={one.kind === first ? "kinds" : `kinds-${one.kind}`}
                name="kinds"
                value={one.kind}
                aria-describedby={problem && one.kind === first ? "kinds-problem" : undefined}
              />
              <label for={one.kind === first ? "kinds" : `kinds-${one.kind}`}>
                {keeping.choose(one.pieces)}
                <span class="hv-hidden"> ({keeping.kind[one.kind]})</span>
              </label>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Aside({ view, declared }: { view: View; declared: readonly Declared[] }) {
  const { keeping } = view.w;
  const batches = [...new Map(declared.map((one) => [one.batchId, one])).values()];
  return (
    <>
      <section>
        <h2>{keeping.declared}</h2>
        {batches.length === 0 && <p class="hv-quiet">{keeping.declaredNone}</p>}
        {batches.map(({ batchId, at, by }) => (
          <p>
            <a href={`/privacy/declarations/${batchId}`}>{keeping.declaredOn(showMoment(view, at), by ?? keeping.byItself)}</a>
          </p>
        ))}
      </section>
      <section>
        <h2>{keeping.staysTitle}</h2>
        {keeping.stays.map((words) => (
          <p class="hv-quiet">{words}</p>
        ))}
        <p class="hv-quiet">{keeping.confirm}</p>
      </section>
    </>
  );
}
