import { capital } from "#src/ui/format.ts";
import { TextField } from "#src/ui/form.tsx";
import { type Part, parts } from "#src/ui/theme/pairs.ts";
import { isColour, schemes } from "#src/ui/theme/tokens.ts";
import type { View } from "#src/ui/view.ts";
import { type Slot, slots, type Typed } from "./theme-form.ts";

/** What most municipalities want to choose; the rest is one click further. */
const first: readonly Part[] = ["paper", "ink", "button", "link", "asks", "holds"];
const partOf = ({ token }: Slot): Part | undefined => (Object.keys(parts) as Part[]).find((part) => parts[part] === token);

/** What a value is called for people: the colour by what it is for, anything else by its name. */
export function colourName(view: View, slot: Slot): string {
  const { organisation } = view.w;
  if (!isColour(slot.token)) return slot.token;
  const part = partOf(slot);
  return `${part ? organisation.parts[part] : organisation.line}, ${organisation.schemes[slot.scheme]}`;
}

type Props = { view: View; typed: Typed; bad: readonly Slot[]; open: boolean };

/** The colours in light and dark beside each other; what is no colour goes along unseen. */
export function ThemeFields(props: Props) {
  const colours = slots.filter(({ token }) => isColour(token));
  const isFirst = (slot: Slot) => first.some((part) => part === partOf(slot));
  return (
    <>
      <Columns {...props} those={colours.filter(isFirst)} />
      <details class="hv-fold" open={props.open}>
        <summary>{props.view.w.organisation.otherColours}</summary>
        <Columns {...props} those={colours.filter((slot) => !isFirst(slot))} />
      </details>
      {slots
        .filter(({ token }) => !isColour(token))
        .map(({ field }) => (
          <input type="hidden" name={field} value={props.typed.get(field)} />
        ))}
    </>
  );
}

const Columns = ({ those, ...props }: Props & { those: readonly Slot[] }) => (
  <div class="hv-both">
    {schemes.map((scheme) => (
      <fieldset class="hv-field">
        <legend>{capital(props.view.w.organisation.schemes[scheme])}</legend>
        {those
          .filter((slot) => slot.scheme === scheme)
          .map((slot) => (
            <Colour {...props} slot={slot} />
          ))}
      </fieldset>
    ))}
  </div>
);

function Colour({ view, typed, bad, slot }: Props & { slot: Slot }) {
  const { organisation } = view.w;
  const [part, value] = [partOf(slot), typed.get(slot.field) ?? ""];
  return (
    <div class="hv-colour">
      <TextField
        view={view}
        name={slot.field}
        label={capital(part ? organisation.parts[part] : organisation.line)}
        value={value}
        problem={bad.includes(slot) ? organisation.noColour(colourName(view, slot)) : undefined}
      />
      <Swatch colour={value} />
    </div>
  );
}

/** How a colour looks; only what is surely a colour is drawn. */
const Swatch = ({ colour }: { colour: string }) => (
  <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
    <rect x="0.5" y="0.5" width="39" height="39" rx="4" stroke="currentColor" fill={/^#[0-9a-f]{6}$/i.test(colour) ? colour : "none"} />
  </svg>
);
