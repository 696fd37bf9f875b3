import { Deed, Problems } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { Excuse, Proposal } from "./excuse.ts";

export type Refused = "not-proposed" | "is-a-name";
type Props = { view: View; proposals: readonly Proposal[]; decided: readonly Excuse[]; refused?: Refused | undefined };

/** Words that writers cleared in at least three texts: to decide on, and what was decided. */
export function ExcusesPage({ view, proposals, decided, refused }: Props) {
  const { excuses } = view.w.gate;
  return (
    <Page view={view} title={excuses.title} at="excuses">
      <Problems view={view} problems={refused ? [{ field: "proposed", text: refused === "is-a-name" ? excuses.aName : excuses.gone }] : []} />
      <h1>{excuses.title}</h1>
      <p>{excuses.lead}</p>
      <p class="hv-quiet">{excuses.names}</p>
      <h2 id="proposed">{excuses.proposed}</h2>
      {proposals.length === 0 && <p class="hv-quiet">{excuses.none}</p>}
      {proposals.length > 0 && (
        <ul class="hv-rows">
          {proposals.map(({ word, texts }) => (
            <li class="hv-mandate">
              <p>
                <b lang="nl">{word}</b> <span class="hv-quiet">{excuses.texts(texts)}</span>
              </p>
              <Deed view={view} action="/excuses">
                <input type="hidden" name="word" value={word} />
                <span class="hv-pair">
                  <button class="hv-button hv-button--plain" name="verdict" value="accepted" aria-label={`${excuses.accept}: ${word}`}>
                    {excuses.accept}
                  </button>
                  <button class="hv-plain" name="verdict" value="refused" aria-label={`${excuses.refuse}: ${word}`}>
                    {excuses.refuse}
                  </button>
                </span>
              </Deed>
            </li>
          ))}
        </ul>
      )}
      <Decided view={view} title={excuses.accepted} list={decided.filter(({ verdict }) => verdict === "accepted")} />
      <Decided view={view} title={excuses.refused} list={decided.filter(({ verdict }) => verdict === "refused")} />
    </Page>
  );
}

function Decided({ view, title, list }: { view: View; title: string; list: readonly Excuse[] }) {
  const { excuses } = view.w.gate;
  if (list.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="hv-rows">
        {list.map(({ word }) => (
          <li class="hv-mandate">
            <b lang="nl">{word}</b>
            <Deed view={view} action="/excuses/remove">
              <input type="hidden" name="word" value={word} />
              <button class="hv-plain" aria-label={`${excuses.again}: ${word}`}>
                {excuses.again}
              </button>
            </Deed>
          </li>
        ))}
      </ul>
    </section>
  );
}
