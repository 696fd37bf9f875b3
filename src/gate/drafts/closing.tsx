import type { View } from "#src/ui/view.ts";
import type { Neighbour } from "./marks.ts";
import type { Rare } from "./rare.ts";

/** The last question: answering "no" shares the text, answering "perhaps" first shows what one can do. */
export function Closing({ view, draftId, rare, neighbour }: { view: View; draftId: string; rare: Rare | undefined; neighbour: Neighbour | undefined }) {
  const { gate, writing } = view.w;
  const perhaps = neighbour === "perhaps";
  return (
    <section class="hv-closing" id="neighbour" tabindex={-1}>
      <h2>{gate.neighbour}</h2>
      {rare && (
        <p class="hv-note">
          <strong>{gate.rareTitle}.</strong> {rare.illness && rare.profession ? gate.rareBoth : rare.illness ? gate.rareIllness : gate.rareProfession}
        </p>
      )}
      {perhaps && (
        <div class="hv-note" id="problems" tabindex={-1}>
          <p>
            <strong>{gate.perhapsTitle}.</strong> {gate.perhapsLead}
          </p>
          <ul class="hv-plain-list">
            <li>{gate.perhapsPlace}</li>
            <li>{gate.perhapsIllness}</li>
            <li>{gate.perhapsAsk}</li>
          </ul>
        </div>
      )}
      <div class="hv-deeds">
        {perhaps ? (
          <button class="hv-button hv-button--plain" name="neighbour" value="perhaps-still">
            {gate.perhapsStill}
          </button>
        ) : (
          <>
            <button class="hv-button" name="neighbour" value="no">
              {gate.neighbourNo}
            </button>
            <button class="hv-button hv-button--plain" name="neighbour" value="perhaps">
              {gate.neighbourPerhaps}
            </button>
          </>
        )}
        <a class={perhaps ? "hv-button" : "hv-plain"} href={`/drafts/${draftId}`}>
          {writing.backToWriting}
        </a>
      </div>
      <p class="hv-quiet">{gate.notPerfect}</p>
    </section>
  );
}
