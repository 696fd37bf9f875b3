import { diffWords } from "diff";
import { showMoment } from "#src/ui/format.ts";
import { Deed } from "#src/ui/form.tsx";
import { FormToken, Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { Said } from "#src/ui/words.tsx";
import { AnswerLook } from "#src/gate/second-look/look-parts.tsx";
import type { SecondLook } from "#src/gate/second-look/second-look.ts";
import type { Draft, DraftContent } from "./draft.ts";

/** What oneself and the team are writing and did not share yet. */
export function DraftsPage({
  view,
  drafts,
  looks,
  erased,
  memberId,
  thrown,
}: {
  view: View;
  drafts: readonly Draft[];
  looks: readonly SecondLook[];
  erased: readonly Date[];
  memberId: string;
  thrown?: string | undefined;
}) {
  const { writing } = view.w;
  const mine = drafts.filter((draft) => draft.memberId === memberId);
  const others = drafts.filter((draft) => draft.memberId !== memberId);
  const marks = { view, looks, memberId };
  return (
    <Page view={view} title={writing.drafts} at="drafts">
      {thrown && (
        <div class="hv-done" role="status" data-seconds={30}>
          <p>{writing.thrown}</p>
          <Deed view={view} action={`/drafts/${thrown}/bring-back`}>
            <button class="hv-plain">{writing.bringBack}</button>
          </Deed>
        </div>
      )}
      <h1>{writing.drafts}</h1>
      <p>{writing.draftsLead}</p>
      <p class="hv-deeds">
        <a class="hv-button" href="/write">
          {view.w.write}
        </a>
      </p>
      {erased.map((at) => (
        <p class="hv-note">{writing.erased(showMoment(view, at))}</p>
      ))}
      {drafts.length === 0 && <p class="hv-quiet">{writing.draftsNone}</p>}
      <Rows {...marks} title={writing.mine} drafts={mine} />
      <Rows {...marks} title={writing.team} drafts={others} others />
    </Page>
  );
}

type Row = { view: View; looks: readonly SecondLook[]; memberId: string; title: string; drafts: readonly Draft[]; others?: boolean };

function Rows({ view, looks, memberId, title, drafts, others = false }: Row) {
  if (drafts.length === 0) return null;
  const { writing } = view.w;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="hv-rows">
        {drafts.map((draft) => (
          <li>
            <Said small lang="nl">
              <a href={`/drafts/${draft.id}`}>{draft.content.sentence || writing.emptySentence}</a>
            </Said>
            <p class="hv-quiet">
              {writing.noteDate} {showMoment(view, draft.savedAt)}
              {others && ` · ${writing.by(draft.writer)}`}
              <LookMark view={view} look={looks.find(({ draftId }) => draftId === draft.id)} mine={!others} memberId={memberId} />
              {others && draft.writerLeft && <span class="hv-asks"> · {writing.writerLeft}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of a text somebody was asked to read along: for them that it waits, for its writer what was said. */
function LookMark({ view, look, mine, memberId }: { view: View; look: SecondLook | undefined; mine: boolean; memberId: string }) {
  const { look: w } = view.w.gate;
  if (!look || (!mine && look.readerId !== memberId)) return null;
  if (!mine) return look.verdict ? null : <span class="hv-asks"> · {w.waits}</span>;
  if (!look.verdict) return <> · {w.notYet}</>;
  return <span class={look.verdict === "somebody" ? "hv-asks" : "hv-holds"}> · {look.verdict === "somebody" ? w.saidSomebody : w.saidNobody}</span>;
}

type Tried = { readonly words: string; readonly refusal: "verdict-missing" | "words-missing" };

/** A colleague's draft: to read, to answer when one was asked to read along, and to write on from if that helps. */
export function OthersDraftPage({ view, draft, look, tried }: { view: View; draft: Draft; look?: SecondLook | undefined; tried?: Tried }) {
  const { writing } = view.w;
  const { sentence, story, matters } = draft.content;
  return (
    <Page view={view} title={writing.drafts} at="drafts">
      <h1 class="hv-hidden">{writing.drafts}</h1>
      <p class={draft.writerLeft ? "hv-asks" : "hv-quiet"}>{draft.writerLeft ? writing.leftBehind : writing.notYours}</p>
      <Said lang="nl">{sentence || writing.emptySentence}</Said>
      {story && (
        <Said small lang="nl">
          {story}
        </Said>
      )}
      {matters && (
        <Said small lang="nl">
          {matters}
        </Said>
      )}
      <p class="hv-speaker">
        {writing.by(draft.writer)}, {writing.noteDate} {showMoment(view, draft.savedAt)}
      </p>
      {look && <AnswerLook view={view} draftId={draft.id} look={look} {...tried} />}
      <Deed view={view} action={`/drafts/${draft.id}/take-over`}>
        <p class="hv-deeds">
          <button class={look ? "hv-button hv-button--plain" : "hv-button"}>{writing.takeOver}</button>
        </p>
        <p class="hv-quiet">{writing.takeOverHint}</p>
      </Deed>
    </Page>
  );
}

const texts = ["sentence", "story", "matters"] as const;

/** Saved in two places at once: both texts side by side, what differs marked, and the choice is the writer's. */
export function ConflictPage({
  view,
  id,
  theirsId = id,
  version,
  yours,
  theirs,
}: {
  view: View;
  id: string;
  theirsId?: string;
  version: number;
  yours: DraftContent;
  theirs: DraftContent;
}) {
  const { writing } = view.w;
  return (
    <Page view={view} title={writing.conflictTitle} at="drafts">
      <h1>{writing.conflictTitle}</h1>
      <p>{writing.conflictLead}</p>
      <div class="hv-both">
        <section>
          <h2>{writing.yours}</h2>
          {texts.map(
            (part) =>
              yours[part] && (
                <Said small={part !== "sentence"} lang="nl">
                  {diffWords(theirs[part], yours[part])
                    .filter(({ removed }) => !removed)
                    .map(({ added, value }) => (added ? <ins>{value}</ins> : value))}
                </Said>
              ),
          )}
          <form method="post" action={`/drafts/${id}`}>
            <FormToken view={view} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="next" value="keep" />
            {Object.entries(yours).flatMap(([name, value]) =>
              [value].flat().map((one) => <input type="hidden" name={name} value={one === true ? "yes" : one === false ? "" : (one ?? "")} />),
            )}
            <p class="hv-deeds">
              <button class="hv-button">{writing.keepYours}</button>
            </p>
          </form>
        </section>
        <section>
          <h2>{writing.theirs}</h2>
          {texts.map(
            (part) =>
              theirs[part] && (
                <Said small={part !== "sentence"} lang="nl">
                  {diffWords(yours[part], theirs[part])
                    .filter(({ removed }) => !removed)
                    .map(({ added, value }) => (added ? <ins>{value}</ins> : value))}
                </Said>
              ),
          )}
          <p class="hv-deeds">
            <a class="hv-button hv-button--plain" href={`/drafts/${theirsId}?fresh=yes`}>
              {writing.keepTheirs}
            </a>
          </p>
        </section>
      </div>
    </Page>
  );
}
