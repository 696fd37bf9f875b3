import type { View } from "#src/ui/view.ts";
import type { Finding } from "#src/language/deidentify/deidentify.ts";
import { DayField, Deed, Select, TextArea } from "#src/ui/form.tsx";
import { Check, Taps } from "#src/ui/taps.tsx";
import { Marked } from "#src/ui/words.tsx";
import { repliesOfOthers } from "./conversation.ts";
import type { DeedName } from "./offers.ts";
import type { Colleague } from "./people.ts";
import type { Fact, Refusal, Signal } from "./signal.ts";
import { audiences, choices } from "./words.ts";

/** What somebody tried to do and could not: shown again with everything that was typed. */
export type Attempt = {
  readonly name: DeedName;
  readonly deed: string;
  readonly values: Readonly<Record<string, string>>;
  readonly refusal: Refusal | "changed-meanwhile" | "recognisable";
  readonly found: readonly Finding[];
};

export type People = { readonly receivers: readonly Colleague[]; readonly colleagues: readonly Colleague[] };
type Props = { view: View; signal: Signal; course: readonly Fact[]; people: People; name: DeedName; attempt?: Attempt | undefined };

/** At which field a refusal belongs; undefined when it is about the deed as a whole. */
export const fieldOf: Partial<Record<Attempt["refusal"], string>> = {
  "words-missing": "text",
  "checkpoint-missing": "checkpoint",
  "checkpoint-passed": "checkpoint",
  "checkpoint-too-far": "checkpoint",
  "no-such-receiver": "to",
  "already-asked": "to",
  "no-such-reply": "position",
  "readers-missing": "readers",
  "choice-missing": "choice",
  recognisable: "text",
  "not-wider": "audience",
};

/** The form of one deed: only what that deed needs. */
export function DeedForm({ view, signal, course, people, name, attempt: last }: Props) {
  const attempt = last?.name === name ? last : undefined;
  const problem = (field: string) => (attempt && fieldOf[attempt.refusal] === field ? view.w.reading.refusal[attempt.refusal] : undefined);
  return (
    <Deed view={view} action={`/signals/${signal.id}/${name}`} deed={attempt?.deed}>
      <input type="hidden" name="seen" value={signal.state} />
      {attempt && attempt.found.length > 0 && (
        <p class="hv-note hv-note--asks" id={`${name}-found`}>
          {view.w.deeds.found} <Marked text={attempt.values["text"] ?? ""} found={attempt.found} />
        </p>
      )}
      <Fields view={view} signal={signal} course={course} people={people} name={name} values={attempt?.values ?? {}} problem={problem} />
      <p class="hv-deeds">
        <button class={name === "withdraw" ? "hv-button hv-button--plain" : "hv-button"}>{view.w.deeds.button[name]}</button>
      </p>
    </Deed>
  );
}

type FieldProps = Omit<Props, "attempt"> & { values: Readonly<Record<string, string>>; problem: (field: string) => string | undefined };

function Fields({ view, signal, course, people, name, values, problem }: FieldProps) {
  const { w } = view;
  const words = (label: string, hint?: string, optional = false) => (
    <TextArea view={view} id={`${name}-text`} name="text" label={label} hint={hint} optional={optional} value={values["text"]} problem={problem("text")} />
  );
  const when = (label: string) => (
    <DayField view={view} id={`${name}-checkpoint`} name="checkpoint" label={label} value={values["checkpoint"]} problem={problem("checkpoint")} />
  );
  const receivers = people.receivers.map(({ id, title, team }) => ({ value: id, label: `${title}, ${team}` }));
  const whom = (
    <Select view={view} id={`${name}-to`} name="to" label={w.deeds.to} empty={w.deeds.pick} options={receivers} value={values["to"]} problem={problem("to")} />
  );
  switch (name) {
    case "reply":
      return words(w.deeds.replyLabel, w.deeds.replyHint);
    case "answer":
      return (
        <>
          <Taps
            legend={w.deeds.choice}
            name="choice"
            many={false}
            options={choices.map((choice) => ({ value: choice, label: w.terms.choice[choice] }))}
            chosen={[values["choice"] ?? ""]}
            problem={problem("choice")}
          />
          {words(w.deeds.answerLabel)}
          {when(w.deeds.checkpoint)}
        </>
      );
    case "pass-on":
      return (
        <>
          {whom}
          {words(w.deeds.learnt, w.deeds.learntHint)}
        </>
      );
    case "route":
      return whom;
    case "helped":
      return (
        <>
          <Taps
            legend={w.deeds.whichHelped}
            name="position"
            many={false}
            chosen={[values["position"] ?? ""]}
            problem={problem("position")}
            options={repliesOfOthers(signal, course).map((reply) => ({
              value: String(reply.position),
              label: shortened(reply.said.reply ?? (reply.erased.reply ? w.reading.erasedReply : w.reading.shieldedText)),
            }))}
          />
          <Check name="money" label={w.deeds.noMoney} checked={values["money"] === "yes"} />
          {when(w.deeds.checkpoint)}
        </>
      );
    case "stay":
      return (
        <>
          {words(w.deeds.stayLabel, undefined, true)}
          {when(w.deeds.next)}
        </>
      );
    case "tried":
      return words(w.deeds.triedLabel, undefined, true);
    case "hold":
    case "fall-back":
    case "held-there":
      return words(w.deeds.whyShort, undefined, true);
    case "not-here":
      return words(w.deeds.notHereWhy);
    case "widen":
      return (
        <>
          <Taps
            legend={w.deeds.widenLabel}
            name="audience"
            many={false}
            options={audiences.map((audience) => ({ value: audience, label: w.terms.audience[audience] }))}
            chosen={[values["audience"] ?? ""]}
            problem={problem("audience")}
          />
          <ReaderTaps view={view} colleagues={people.colleagues} chosen={[]} problem={problem("readers")} />
        </>
      );
    case "withdraw":
      return <p>{w.deeds.withdrawSure}</p>;
    default:
      return null;
  }
}

/** Colleagues one can choose, by name here only: one has to know whom one chooses. */
export const ReaderTaps = ({
  view,
  colleagues,
  chosen,
  problem,
}: {
  view: View;
  colleagues: readonly Colleague[];
  chosen: readonly string[];
  problem?: string | undefined;
}) => (
  <Taps
    legend={view.w.deeds.readers}
    name="readers"
    options={colleagues.map(({ id, name, team }) => ({ value: id, label: `${name}, ${team}` }))}
    chosen={chosen}
    problem={problem}
  />
);

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)}…` : text);
