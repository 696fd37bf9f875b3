import type { PropsWithChildren } from "hono/jsx";
import { FormToken } from "./layout.tsx";
import type { View } from "./view.ts";

/** A form that posts: with what proves it is ours, and with an id so that sending it twice counts once. */
export function Deed({
  view,
  action,
  deed,
  children,
  ...rest
}: PropsWithChildren<{ view: View; action: string; deed?: string | undefined; class?: string; id?: string }>) {
  return (
    <form method="post" action={action} novalidate {...rest}>
      <FormToken view={view} />
      <input type="hidden" name="deed" value={deed ?? crypto.randomUUID()} />
      {children}
    </form>
  );
}

export type Problem = { readonly field: string; readonly text: string };

/** Above a form that was not accepted: takes the focus and leads to the fields. */
export function Problems({ view, problems }: { view: View; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="hv-problems" role="alert" tabindex={-1} id="problems">
      <p>
        <strong>{view.w.fix}</strong>
      </p>
      <ul>
        {problems.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Field = {
  view: View;
  name: string;
  label: string;
  value?: string | undefined;
  hint?: string | undefined;
  problem?: string | undefined;
  optional?: boolean;
  id?: string;
};

const described = (id: string, hint?: string, problem?: string) => [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;

/** Label above, description tied to it, what to do at the field itself. */
function Labelled({ view, label, hint, problem, optional, id, children }: PropsWithChildren<Omit<Field, "name" | "value">>) {
  return (
    <div class={problem ? "hv-field hv-field--problem" : "hv-field"}>
      <label for={id}>
        {label}
        {optional && <span class="hv-quiet"> ({view.w.optional})</span>}
      </label>
      {hint && (
        <p class="hv-quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="hv-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}

export function TextArea({
  view,
  name,
  value,
  rows = 3,
  id = name,
  maxlength = 10_000,
  words = true,
  ...rest
}: Field & { rows?: number; maxlength?: number; words?: boolean }) {
  return (
    <Labelled view={view} id={id} {...rest}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxlength={maxlength}
        class={words ? "hv-words-field" : ""}
        aria-describedby={described(id, rest.hint, rest.problem)}
        aria-invalid={rest.problem ? "true" : undefined}
      >{`\n${value ?? ""}`}</textarea>
    </Labelled>
  );
}

type Line = Field & { autocomplete?: string; maxlength?: number; number?: boolean };

/** One line: a name, an address, a number. */
export function TextField({ view, name, value, id = name, autocomplete = "off", maxlength = 200, number = false, ...rest }: Line) {
  return (
    <Labelled view={view} id={id} {...rest}>
      <input
        id={id}
        name={name}
        value={value}
        type="text"
        maxlength={maxlength}
        inputmode={number ? "numeric" : undefined}
        class={number ? "hv-number" : undefined}
        autocomplete={autocomplete}
        aria-describedby={described(id, rest.hint, rest.problem)}
        aria-invalid={rest.problem ? "true" : undefined}
      />
    </Labelled>
  );
}

/** A day in any sensible spelling; the browser's own picker would refuse most of them. */
export function DayField({ view, name, value, id = name, hint = view.w.dayHint, ...rest }: Field) {
  return (
    <Labelled view={view} id={id} hint={hint} {...rest}>
      <input
        id={id}
        name={name}
        value={value}
        type="text"
        inputmode="text"
        autocomplete="off"
        class="hv-day"
        aria-describedby={described(id, hint, rest.problem)}
        aria-invalid={rest.problem ? "true" : undefined}
      />
    </Labelled>
  );
}

export type Option = { readonly value: string; readonly label: string };

export function Select({ view, name, value, options, empty, id = name, ...rest }: Field & { options: readonly Option[]; empty?: string }) {
  return (
    <Labelled view={view} id={id} {...rest}>
      <select id={id} name={name} aria-describedby={described(id, rest.hint, rest.problem)} aria-invalid={rest.problem ? "true" : undefined}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
