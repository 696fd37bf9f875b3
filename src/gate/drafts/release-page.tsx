import { inRoom } from "#src/kernel/actor.ts";
import { type Colleague, ReaderTaps, type Refusal } from "#src/learning/signals/index.ts";
import { Deed, type Problem, Problems } from "#src/ui/form.tsx";
import { Check, Taps } from "#src/ui/taps.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Marked, Said } from "#src/ui/words.tsx";
import { AskLook, LookLine } from "#src/gate/second-look/look-parts.tsx";
import type { SecondLook, Teammate } from "#src/gate/second-look/second-look.ts";
import { AskMarks, MustGo } from "./ask-marks.tsx";
import type { Asking, Audience, Draft } from "./draft.ts";
import { whyOf } from "./found-list.tsx";
import { type Answers, type Held, type Marks, type Neighbour, parts } from "./marks.ts";
import { Closing } from "./closing.tsx";
import type { Rare } from "./rare.ts";
import { WhoReads } from "./who-reads.tsx";

export type Reading = {
  readonly asking: Asking;
  readonly asked: string | undefined;
  readonly colleagues: readonly Colleague[];
  readonly marks: Marks;
  readonly rare: Rare | undefined;
  readonly look: SecondLook | undefined;
  readonly teammates: readonly Teammate[];
};
export type Refused = Refusal | Held | "changed-meanwhile" | "replaced" | "reader";
/** What somebody chose and that was not enough yet: shown again. */
export type Tried = {
  readonly refusal: Refused;
  readonly deed?: string | undefined;
  readonly audience?: Audience | undefined;
  readonly looked?: boolean;
  readonly neighbour?: Neighbour | undefined;
  readonly answers?: Answers;
};
type Props = { view: View; draft: Draft; reading: Reading; tried?: Tried | undefined };

/** The text as colleagues will read it; then what has to go, or what is asked about it, for whom it is and who else will read it. */
export function ReleasePage({ view, draft, reading, tried }: Props) {
  const { writing } = view.w;
  const { marks } = reading;
  return (
    <Page view={view} title={writing.releaseTitle} at="drafts" aside={<WhoReads view={view} draft={draft} asking={reading.asking} asked={reading.asked} />}>
      <Problems view={view} problems={problem(view, tried?.refusal)} />
      <h1>{writing.releaseTitle}</h1>
      <p>{writing.releaseLead}</p>
      {parts
        .filter((part) => draft.content[part])
        .map((part) => (
          <Said small={part !== "sentence"} lang="nl">
            <Marked text={draft.content[part]} found={marks.found[part]} why={(finding) => whyOf(view, finding)} />
          </Said>
        ))}
      {draft.content.sentence === "" && <p class="hv-quiet">{writing.emptySentence}</p>}
      {reading.look && <LookLine view={view} look={reading.look} version={draft.version} />}
      {marks.certain.length > 0 ? (
        <MustGo view={view} draftId={draft.id} marks={marks.certain} />
      ) : (
        <Sharing view={view} draft={draft} reading={reading} tried={tried} />
      )}
      {marks.certain.length === 0 && (
        <AskLook view={view} draft={draft} teammates={reading.teammates} open={tried?.neighbour === "perhaps" || tried?.refusal === "reader"} />
      )}
    </Page>
  );
}

/** The questions that are left, for whom it is, and the last one. */
function Sharing({ view, draft, reading, tried }: Props) {
  const { writing, gate } = view.w;
  const { marks } = reading;
  const refusal = tried?.refusal;
  return (
    <Deed view={view} action={`/drafts/${draft.id}/release`} deed={tried?.deed}>
      <input type="hidden" name="version" value={draft.version} />
      {marks.open.length > 0 && (
        <>
          <AskMarks view={view} draftId={draft.id} marks={marks.open} given={tried?.answers} problem={refusal === "open" ? gate.refused.open : undefined} />
          <Check name="looked" label={gate.looked} checked={tried?.looked ?? false} hint={gate.lookedHint(marks.open.length)} />
        </>
      )}
      <Taps
        legend={writing.forWhom}
        name="audience"
        many={false}
        chosen={[tried?.audience?.to ?? ""]}
        problem={refusal === "choice-missing" ? writing.forWhomMissing : undefined}
        options={[
          { value: "everyone", label: writing.everyone },
          ...(view.viewer && inRoom(view.viewer.role) ? [{ value: "team", label: writing.teamOnly }] : []),
          { value: "chosen", label: writing.chosen },
        ]}
      />
      <details class="hv-fold" open={tried?.audience?.to === "chosen"}>
        <summary>{writing.readers}</summary>
        <ReaderTaps
          view={view}
          colleagues={reading.colleagues}
          chosen={tried?.audience?.readers ?? []}
          problem={refusal === "readers-missing" ? view.w.reading.refusal[refusal] : undefined}
        />
      </details>
      {draft.content.kind === "around" && (
        <Check name="toOwner" label={writing.aroundAsk} checked={tried?.audience?.toOwner ?? false} hint={writing.aroundHint} />
      )}
      <Closing view={view} draftId={draft.id} rare={reading.rare} neighbour={tried?.neighbour} />
    </Deed>
  );
}

const fields: Partial<Record<Refused, string>> = {
  "choice-missing": "audience",
  "readers-missing": "readers",
  recognisable: "found",
  open: "open",
  neighbour: "neighbour",
  reader: "reader",
};
const problem = (view: View, refusal: Refused | undefined): Problem[] => {
  if (!refusal || refusal === "perhaps") return [];
  const { gate, writing, reading } = view.w;
  const own: Partial<Record<Refused, string>> = {
    "choice-missing": writing.forWhomMissing,
    "changed-meanwhile": writing.readAgain,
    replaced: gate.refused.replaced,
    open: gate.refused.open,
    neighbour: gate.refused.neighbour,
    reader: gate.refused.reader,
  };
  return [{ field: fields[refusal] ?? "content", text: own[refusal] ?? reading.refusal[refusal as Refusal] }];
};
