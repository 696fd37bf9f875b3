import { showMoment } from "#src/ui/format.ts";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";

export type Waiting = {
  readonly lastReview: { readonly at: Date; readonly by: string } | undefined;
  /** Last week was reviewed. */
  readonly reviewed: boolean;
  readonly shielded: number;
  readonly past: number;
  readonly wooPending: boolean;
};

/** What the privacy officer has to do, and where everything else is. */
export function PrivacyPage({ view, waiting }: { view: View; waiting: Waiting }) {
  const { privacy, erasing, keeping } = view.w;
  const { lastReview, reviewed, shielded, past, wooPending } = waiting;
  const rows: readonly ToDo[] = [
    {
      href: "/privacy/week",
      title: privacy.todo.week,
      said: lastReview ? privacy.lastDone(showMoment(view, lastReview.at), lastReview.by) : privacy.neverDone,
      asks: !reviewed,
    },
    { href: "/privacy/shielded", title: privacy.todo.shielded, said: privacy.waiting(shielded), asks: shielded > 0 },
    { href: "/privacy/keeping", title: privacy.todo.keeping, said: wooPending ? keeping.wooStops : privacy.overTerm(past), asks: past > 0 && !wooPending },
  ];
  return (
    <Page view={view} title={privacy.title} at="oversight">
      <h1>{privacy.title}</h1>
      <p>{privacy.lead}</p>
      <ul class="hv-due">
        {rows.map((row) => (
          <Row view={view} row={row} first={row === rows.find(({ asks }) => asks)} />
        ))}
      </ul>
      <h2>{privacy.also}</h2>
      <p>
        <a href="/privacy/looked">{privacy.find}</a>
        <br />
        <a href="/privacy/erased">{erasing.erasedTitle}</a>
      </p>
    </Page>
  );
}

type ToDo = { readonly href: string; readonly title: string; readonly said: string; readonly asks: boolean };

/** One thing to do; only the first that asks for it has the button that stands out. */
const Row = ({ view, row: { href, title, said, asks }, first }: { view: View; row: ToDo; first: boolean }) => (
  <li>
    <p>{title}</p>
    <p class={asks ? "hv-asks" : "hv-quiet"}>{said}</p>
    <a class={first ? "hv-button" : "hv-button hv-button--plain"} href={href} aria-label={`${view.w.privacy.look}: ${title}`}>
      {view.w.privacy.look}
    </a>
  </li>
);
