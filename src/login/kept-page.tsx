import { isChoice, isWords } from "#src/platform/kept/kept.ts";
import type { KeptPost } from "#src/platform/kept/store.ts";
import { Deed } from "#src/ui/form.tsx";
import { showTime } from "#src/ui/format.ts";
import { FormToken, Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";

/** What somebody sent after being logged out: to read once more, and to send on or throw away. */
export function KeptPage({ view, posts }: { view: View; posts: readonly KeptPost[] }) {
  const { login } = view.w;
  return (
    <Page view={view} title={login.kept}>
      <h1>{login.kept}</h1>
      <p>{posts.length > 0 ? login.keptLead : login.keptNone}</p>
      {posts.length === 0 && (
        <p class="hv-deeds">
          <a class="hv-button" href="/">
            {view.w.toToday}
          </a>
        </p>
      )}
      {posts.map((post) => (
        <Post view={view} post={post} />
      ))}
    </Page>
  );
}

function Post({ view, post: { id, path, fields, keptAt } }: { view: View; post: KeptPost }) {
  const { login } = view.w;
  const words = fields.filter(isWords);
  const labels: Readonly<Record<string, string>> = login.fields;
  return (
    <section>
      <h2>{login.keptAt(showTime(view, keptAt))}</h2>
      <form method="post" action={path} novalidate>
        <FormToken view={view} />
        <input type="hidden" name="kept" value={id} />
        {fields.map((field, index) =>
          words.includes(field) ? (
            <div class="hv-field">
              <label for={`${id}-${index}`}>{labels[field[0]] ?? view.w.deeds.fields}</label>
              <textarea id={`${id}-${index}`} name={field[0]} class="hv-words-field" rows={3}>{`\n${field[1]}`}</textarea>
            </div>
          ) : (
            <input type="hidden" name={field[0]} value={field[1]} />
          ),
        )}
        {fields.some(isChoice) && <p class="hv-quiet">{login.keptChoices}</p>}
        <p class="hv-deeds">
          <button class="hv-button">{login.send}</button>
        </p>
      </form>
      <Deed view={view} action={`/kept/${id}/remove`}>
        <button class="hv-plain">{login.throwAway}</button>
      </Deed>
    </section>
  );
}
