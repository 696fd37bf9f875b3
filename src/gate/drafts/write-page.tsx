import { laws, levels, lifeAreas, mattersSources, snags, stages, voices } from "#src/learning/signals/index.ts";
import { showTime } from "#src/ui/format.ts";
import { Deed, type Option, TextArea } from "#src/ui/form.tsx";
import { Check, Taps } from "#src/ui/taps.tsx";
import { FormToken, Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { DraftContent } from "./draft.ts";
import { FoundList } from "./found-list.tsx";
import type { Marks as Found } from "./marks.ts";

type Props = { view: View; termHarm: number; id: string; content: DraftContent; version: number; savedAt?: Date | undefined; fresh?: boolean; marks?: Found };

/** One calm page: a sentence first; everything else is offered below it and none of it required. */
export function WritePage({ view, termHarm, id, content, version, savedAt, fresh = false, marks }: Props) {
  const { w } = view;
  return (
    <Page view={view} title={w.writing.title[content.kind]} at="drafts" aside={<Aside view={view} content={content} />}>
      <h1 class="hv-hidden">{w.writing.title[content.kind]}</h1>
      <hv-autosave
        data-owner={view.owner}
        data-draft={id}
        data-fresh={fresh ? "yes" : undefined}
        data-away={w.writing.savingDevice}
        data-refused={w.writing.notSaved}
      >
        <form method="post" action={`/drafts/${id}`} novalidate>
          <FormToken view={view} />
          <input type="hidden" name="version" value={version} />
          <div class="hv-big">
            <TextArea view={view} name="sentence" label={w.writing.sentence[content.kind]} hint={w.writing.lead} value={content.sentence} rows={4} />
          </div>
          <Roles view={view} />
          <p class="hv-quiet" data-saved role="status">
            {savedAt ? `${w.writing.saved(showTime(view, savedAt))} · ${w.writing.savedTeam}` : w.writing.notSaved}
          </p>
          <div data-found-list>{marks && <FoundList view={view} marks={marks} />}</div>
          <p class="hv-hidden" role="status" data-found-says></p>
          <Marks view={view} content={content} termHarm={termHarm} />
          <div class="hv-deeds">
            <button class="hv-button" name="next" value="release">
              {w.writing.onward}
            </button>
            <button class="hv-button hv-button--plain" name="next" value="keep">
              {w.writing.keep}
            </button>
          </div>
        </form>
      </hv-autosave>
      {version > 0 && (
        <Deed view={view} action={`/drafts/${id}/remove`}>
          <button class="hv-plain">{w.writing.throwAway}</button>
        </Deed>
      )}
    </Page>
  );
}

/** Roles to write instead of names: script shows them and puts each at the cursor; without it the example above the field says the same. */
const Roles = ({ view }: { view: View }) => (
  <div class="hv-roles" role="group" aria-label={view.w.gate.roles} data-roles hidden>
    {view.w.gate.role.map((role) => (
      <button type="button" lang="nl">
        {role}
      </button>
    ))}
  </div>
);

const options = <T extends string>(values: readonly T[], names: Record<T, string>): Option[] => values.map((value) => ({ value, label: names[value] }));
const chosen = (value: string | undefined): string[] => (value ? [value] : []);

/** The two taps, and folded below them all that may be said besides. */
function Marks({ view, content, termHarm }: { view: View; content: DraftContent; termHarm: number }) {
  const { writing, terms } = view.w;
  const unknown = { value: "", label: writing.unknown };
  const open = content.story !== "" || content.matters !== "" || content.harm || content.voice !== undefined;
  return (
    <>
      <h2>{writing.taps}</h2>
      <Taps legend={writing.laws} name="laws" options={options(laws, terms.law)} chosen={content.laws} />
      <Taps legend={writing.snags} name="snags" options={options(snags, terms.snag)} chosen={content.snags} />
      <Check name="harm" label={writing.harm} checked={content.harm} hint={writing.harmHint} />
      <div class="hv-note">
        <p>{writing.harmReads(termHarm)}</p>
        <p>{writing.danger}</p>
      </div>
      <details class="hv-fold" open={open}>
        <summary>{writing.more}</summary>
        <div>
          <TextArea view={view} name="story" label={writing.story} hint={writing.storyHint} value={content.story} rows={5} />
          <Taps legend={writing.voice} name="voice" many={false} options={[...options(voices, terms.voice), unknown]} chosen={chosen(content.voice)} />
          <TextArea view={view} name="matters" label={writing.matters} hint={writing.mattersHint} value={content.matters} rows={2} />
          <Taps
            legend={writing.mattersSource}
            name="mattersSource"
            many={false}
            options={[...options(mattersSources, terms.source), unknown]}
            chosen={chosen(content.mattersSource)}
          />
          <Taps legend={writing.areas} name="lifeAreas" options={options(lifeAreas, terms.lifeArea)} chosen={content.lifeAreas} />
          <Taps legend={writing.stage} name="stage" many={false} options={[...options(stages, terms.stage), unknown]} chosen={chosen(content.stage)} />
          <Taps legend={writing.level} name="level" many={false} options={[...options(levels, terms.level), unknown]} chosen={chosen(content.level)} />
          <Taps legend={writing.kindLabel} name="kind" many={false} options={options(["stuck", "works", "around"], terms.kind)} chosen={[content.kind]} />
          <Check name="named" label={writing.named} checked={content.named} />
        </div>
      </details>
    </>
  );
}

function Aside({ view, content }: { view: View; content: DraftContent }) {
  const { writing } = view.w;
  return (
    <section>
      <h2>{writing.aside}</h2>
      <p>{writing.asideWho}</p>
      <p class="hv-quiet">{content.kind === "works" ? writing.worksCourse : writing.colleaguesSee}</p>
      <p class="hv-quiet">{content.named ? writing.withName : writing.without}</p>
    </section>
  );
}

declare module "hono/jsx" {
  // oxlint-disable-next-line no-namespace -- the only way to name a custom element for JSX
  namespace JSX {
    interface IntrinsicElements {
      "hv-autosave": HTMLAttributes & {
        "data-owner": string;
        "data-draft": string;
        "data-fresh": string | undefined;
        "data-away": string;
        "data-refused": string;
      };
    }
  }
}
