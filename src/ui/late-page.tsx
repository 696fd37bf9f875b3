import { showTime } from "./format.ts";
import { Page } from "./layout.tsx";
import type { View } from "./view.ts";

/** What somebody sent after the session had ended is safe: nothing of it stands here, because nobody knows who sits there now. */
export const LatePage = ({ view, until, enter }: { view: View; until: Date; enter: string }) => (
  <Page view={view} title={view.w.ended}>
    <h1>{view.w.ended}</h1>
    <p>{view.w.login.late(showTime(view, until))}</p>
    <p class="hv-deeds">
      <a class="hv-button" href={enter}>
        {view.w.login.enter}
      </a>
    </p>
    <p class="hv-quiet">{view.w.login.lateWho}</p>
  </Page>
);
