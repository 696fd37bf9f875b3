import type { Woo } from "#src/gate/retention/store.ts";
import { showDay } from "#src/ui/format.ts";
import { DayField, Deed, TextField } from "#src/ui/form.tsx";
import type { View } from "#src/ui/view.ts";

/** A request that was not noted, with what was typed. */
export type Asked = { readonly day: string; readonly about: string; readonly refusal: "wooDayMissing" | "wooAboutMissing" | "wooRecognisable" };

/** Requests under the Woo: while one is pending nothing goes. */
export function WooSection({ view, woo, asked }: { view: View; woo: readonly Woo[]; asked: Asked | undefined }) {
  const { keeping } = view.w;
  return (
    <section>
      <h2>{keeping.wooTitle}</h2>
      <p>{keeping.wooLead}</p>
      {woo.length > 0 && (
        <ul class="hv-rows">
          {woo.map(({ id, receivedOn, about, endedOn }) => (
            <li>
              <p>{keeping.wooFrom(showDay(view, receivedOn), about)}</p>
              {endedOn ? (
                <p class="hv-quiet">{keeping.wooEnded(showDay(view, endedOn))}</p>
              ) : (
                <Deed view={view} action={`/privacy/woo/${id}/end`}>
                  <button class="hv-plain">
                    {keeping.wooEnd}
                    <span class="hv-hidden"> ({about})</span>
                  </button>
                </Deed>
              )}
            </li>
          ))}
        </ul>
      )}
      <details class="hv-fold" open={asked !== undefined}>
        <summary>{keeping.wooNote}</summary>
        <Deed view={view} action="/privacy/woo">
          <DayField
            view={view}
            name="day"
            label={keeping.wooDay}
            value={asked?.day}
            problem={asked?.refusal === "wooDayMissing" ? keeping.wooDayMissing : undefined}
          />
          <TextField
            view={view}
            name="text"
            id="woo-about"
            label={keeping.wooAbout}
            hint={keeping.wooAboutHint}
            value={asked?.about}
            maxlength={400}
            problem={asked && asked.refusal !== "wooDayMissing" ? keeping[asked.refusal] : undefined}
          />
          <p class="hv-deeds">
            <button class="hv-button hv-button--plain">{keeping.wooNote}</button>
          </p>
        </Deed>
      </details>
    </section>
  );
}
