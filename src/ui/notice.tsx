import { Page } from "./layout.tsx";
import type { View } from "./view.ts";

type Said =
  | "notFound"
  | "notFoundLead"
  | "broken"
  | "brokenLead"
  | "oldForm"
  | "oldFormLead"
  | "tooLarge"
  | "tooLargeLead"
  | "unreadable"
  | "unreadableLead"
  | "incomplete"
  | "incompleteLead"
  | "ended"
  | "endedLead";

/** A form that came too late or to a place that is gone: what was typed stays on the screen, to be taken along. */
export const Kept = ({ view, title, lead, typed, enter }: { view: View; title: Said; lead: Said; typed: readonly string[]; enter?: string }) => (
  <Page view={view} title={view.w[title]}>
    <h1>{view.w[title]}</h1>
    <p>{view.w[lead]}</p>
    {typed.length > 0 && <p>{view.w.stillHere}</p>}
    {typed.map((words, index) => (
      <div class="hv-field">
        <label for={`typed-${index}`}>{view.w.deeds.fields}</label>
        <textarea id={`typed-${index}`} class="hv-words-field" rows={4}>{`\n${words}`}</textarea>
      </div>
    ))}
    <p class="hv-deeds">
      <a class="hv-button" href={enter ?? "/"}>
        {enter ? view.w.login.enter : view.w.toToday}
      </a>
    </p>
  </Page>
);

/** A page that says what is the matter and where one can go; never that somebody did something wrong. */
export const Notice = ({ view, title, lead, reference }: { view: View; title: Said; lead: Said; reference?: string }) => (
  <Page view={view} title={view.w[title]}>
    <h1>{view.w[title]}</h1>
    <p>{view.w[lead]}</p>
    {reference && <p class="hv-quiet">{view.w.running.reference(reference)}</p>}
    <p class="hv-deeds">
      <a class="hv-button" href="/">
        {view.w.toToday}
      </a>
    </p>
  </Page>
);
