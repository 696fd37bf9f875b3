import type { Past } from "#src/gate/retention/destroy-store.ts";
import type { KeptKind } from "#src/gate/retention/terms.ts";
import { Deed, TextField } from "#src/ui/form.tsx";
import type { View } from "#src/ui/view.ts";

/** A change of a term that was not accepted, with what was typed. */
export type Change = { readonly kind: KeptKind; readonly months: string; readonly reason: string; readonly refusal: "monthsMissing" | "reasonMissing" };

/** For each kind a folded form: how long, why longer, and whether it goes by itself. */
export const TermForms = ({ view, past, change }: { view: View; past: readonly Past[]; change: Change | undefined }) => (
  <section>
    {past.map((one) => (
      <TermForm view={view} one={one} change={change?.kind === one.kind ? change : undefined} />
    ))}
  </section>
);

function TermForm({ view, one, change }: { view: View; one: Past; change: Change | undefined }) {
  const { keeping } = view.w;
  const problem = (refusal: Change["refusal"]) => (change?.refusal === refusal ? keeping[refusal] : undefined);
  return (
    <details class="hv-fold" open={change !== undefined}>
      <summary>{keeping.change(keeping.kind[one.kind])}</summary>
      <p class="hv-quiet">
        {one.basis.map((basis) => (
          <>
            {keeping.basis[basis]}
            <br />
          </>
        ))}
      </p>
      <Deed view={view} action={`/privacy/keeping/terms/${one.kind}`}>
        <TextField
          view={view}
          name="months"
          id={`months-${one.kind}`}
          label={keeping.monthsLabel}
          hint={keeping.monthsHint(keeping.months(one.standard))}
          value={change?.months ?? String(one.months)}
          problem={problem("monthsMissing")}
          number
        />
        <TextField
          view={view}
          name="text"
          id={`reason-${one.kind}`}
          label={keeping.reason}
          hint={keeping.reasonHint}
          value={change?.reason ?? one.reason ?? ""}
          problem={problem("reasonMissing")}
          maxlength={400}
        />
        <div class="hv-check">
          <input
            type="checkbox"
            id={`automatic-${one.kind}`}
            name="automatic"
            value="yes"
            checked={one.automatic}
            aria-describedby={`automatic-${one.kind}-hint`}
          />
          <label for={`automatic-${one.kind}`}>{keeping.automatic}</label>
          <p class="hv-quiet" id={`automatic-${one.kind}-hint`}>
            {keeping.automaticHint}
          </p>
        </div>
        <p class="hv-deeds">
          <button class="hv-button hv-button--plain">{keeping.save}</button>
        </p>
      </Deed>
    </details>
  );
}
