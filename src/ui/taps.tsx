import type { Option } from "./form.tsx";

type Choice = {
  legend: string;
  name: string;
  options: readonly Option[];
  chosen: readonly string[];
  problem?: string | undefined;
  many?: boolean;
  hint?: string;
};

/** Light taps: one or many of a few, each a word; nothing is chosen beforehand. */
export function Taps({ legend, name, options, chosen, problem, many = true, hint }: Choice) {
  return (
    <fieldset class={problem ? "hv-field hv-field--problem" : "hv-field"} aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>{legend}</legend>
      {hint && <p class="hv-quiet">{hint}</p>}
      {problem && (
        <p class="hv-problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      <div class="hv-taps">
        {options.map(({ value, label }, index) => (
          <label>
            <input id={index === 0 ? name : undefined} type={many ? "checkbox" : "radio"} name={name} value={value} checked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Check({ name, label, checked, hint }: { name: string; label: string; checked: boolean; hint?: string }) {
  return (
    <div class="hv-check">
      <input type="checkbox" id={name} name={name} value="yes" checked={checked} aria-describedby={hint ? `${name}-hint` : undefined} />
      <label for={name}>{label}</label>
      {hint && (
        <p class="hv-quiet" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
