import { inRoom } from "#src/kernel/actor.ts";
import { findings } from "#src/language/deidentify/deidentify.ts";
import { type Colleague, type Part, ReaderTaps, type Refusal } from "#src/learning/signals/index.ts";
import { capital, showDay } from "#src/ui/format.ts";
import { Deed, type Problem, Problems } from "#src/ui/form.tsx";
import { Check, Taps } from "#src/ui/taps.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Marked, Said } from "#src/ui/words.tsx";
import type { Asking, Audience, Draft } from "./draft.ts";

export type Reading = { readonly asking: Asking; readonly asked: string | undefined; readonly colleagues: readonly Colleague[] };
type Refused = Refusal | "recognisable" | "changed-meanwhile";
type Props = { view: View; draft: Draft; reading: Reading; audience?: Audience | undefined; refusal?: Refused | undefined; deed?: string | undefined };

const parts: readonly Part[] = ["sentence", "story", "matters"];
const wordsOf = ({ content }: Draft, part: Part): string => content[part as "sentence"];

/** The text as colleagues will read it, what has to go first, for whom it is, and who else will read it. */
export function ReleasePage({ view, draft, reading, audience, refusal, deed }: Props) {
  const { writing } = view.w;
  const found = parts.flatMap((part) => findings(wordsOf(draft, part)).filter(({ certain }) => certain));
  return (
    <Page view={view} title={writing.releaseTitle} at="drafts" aside={<WhoReads view={view} draft={draft} reading={reading} />}>
      <Problems view={view} problems={problem(view, refusal)} />
      <h1>{writing.releaseTitle}</h1>
      <p>{writing.releaseLead}</p>
      {parts
        .filter((part) => wordsOf(draft, part))
        .map((part) => (
          <Said small={part !== "sentence"} lang="nl">
            <Marked text={wordsOf(draft, part)} found={findings(wordsOf(draft, part))} />
          </Said>
        ))}
      {draft.content.sentence === "" && <p class="hv-quiet">{writing.emptySentence}</p>}
      {found.length > 0 ? (
        <section class="hv-note hv-note--asks" id="found">
          <h2>{writing.foundTitle}</h2>
          <p>
            {writing.foundLead} {[...new Set(found.map(({ type }) => writing.finding[type]))].join(", ")}.
          </p>
          <Deed view={view} action={`/drafts/${draft.id}/replace`}>
            <button class="hv-button">{writing.replaceAll(found.length)}</button>
          </Deed>
        </section>
      ) : (
        <p class="hv-quiet">{writing.recognise}</p>
      )}
      <Deed view={view} action={`/drafts/${draft.id}/release`} deed={deed}>
        <input type="hidden" name="version" value={draft.version} />
        <Taps
          legend={writing.forWhom}
          name="audience"
          many={false}
          chosen={[audience?.to ?? ""]}
          problem={refusal === "choice-missing" ? writing.forWhomMissing : undefined}
          options={[
            { value: "everyone", label: writing.everyone },
            ...(view.viewer && inRoom(view.viewer.role) ? [{ value: "team", label: writing.teamOnly }] : []),
            { value: "chosen", label: writing.chosen },
          ]}
        />
        <details class="hv-fold" open={audience?.to === "chosen"}>
          <summary>{writing.readers}</summary>
          <ReaderTaps
            view={view}
            colleagues={reading.colleagues}
            chosen={audience?.readers ?? []}
            problem={refusal === "readers-missing" ? view.w.reading.refusal[refusal] : undefined}
          />
        </details>
        {draft.content.kind === "around" && <Check name="toOwner" label={writing.aroundAsk} checked={audience?.toOwner ?? false} hint={writing.aroundHint} />}
        <div class="hv-deeds">
          <button class="hv-button">{writing.release}</button>
          <a class="hv-button hv-button--plain" href={`/drafts/${draft.id}`}>
            {writing.backToWriting}
          </a>
        </div>
      </Deed>
    </Page>
  );
}

const fields: Partial<Record<Refused, string>> = { "choice-missing": "audience", "readers-missing": "readers", recognisable: "found" };
const problem = (view: View, refusal: Refused | undefined): Problem[] => {
  if (!refusal) return [];
  const text =
    refusal === "choice-missing" ? view.w.writing.forWhomMissing : refusal === "changed-meanwhile" ? view.w.writing.readAgain : view.w.reading.refusal[refusal];
  return [{ field: fields[refusal] ?? "content", text }];
};

/** Said before it is shared: who reads this besides the colleagues one chooses, and when. */
function WhoReads({ view, draft, reading: { asking, asked } }: { view: View; draft: Draft; reading: Reading }) {
  const { writing } = view.w;
  return (
    <section>
      <h2>{writing.whoReads}</h2>
      {draft.content.kind === "works" && <p>{writing.worksCourse}</p>}
      {asking.answerDue && asked && <p>{writing.asked(capital(asked), showDay(view, asking.answerDue))}</p>}
      {asking.answerDue && !asked && <p>{writing.unrouted}</p>}
      {draft.content.harm && (
        <>
          <p class="hv-asks">{writing.urgent}</p>
          <p>{writing.danger}</p>
        </>
      )}
      {asking.answerDue && <p class="hv-quiet">{writing.council}</p>}
      <p class="hv-quiet">{draft.content.named ? writing.withName : writing.without}</p>
    </section>
  );
}
