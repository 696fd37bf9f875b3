import { Page } from "./layout.tsx";
import type { View } from "./view.ts";

type Said = "notFound" | "notFoundLead" | "broken" | "brokenLead" | "oldForm" | "oldFormLead" | "tooLarge" | "tooLargeLead" | "incomplete";

/** A page that says what is the matter and where one can go; never that somebody did something wrong. */
export const Notice = ({ view, title, lead }: { view: View; title: Said; lead: Said }) => (
  <Page view={view} title={view.w[title]}>
    <h1>{view.w[title]}</h1>
    <p>{view.w[lead]}</p>
    <p class="hv-deeds"><a class="hv-button" href="/">{view.w.toToday}</a></p>
  </Page>
);
