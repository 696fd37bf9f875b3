import type { View } from "#src/ui/view.ts";
import type { Mark, Marks } from "./marks.ts";

/** Why something was found, in words. */
export const whyOf = ({ w }: View, { type, why }: Pick<Mark, "type" | "why">): string => `${w.writing.finding[type]}, ${w.gate.because(w.gate.why[why])}`;

/** Beside the text while writing: what has to go, and what will be asked; nothing when nothing was found. Script makes each word lead to its place. */
export function FoundList({ view, marks }: { view: View; marks: Marks }) {
  const { gate } = view.w;
  return (
    <>
      {marks.certain.length > 0 && (
        <div class="hv-found">
          <p class="hv-asks">
            <strong>{gate.mustGo}</strong>
          </p>
          <ul>
            {marks.certain.map((mark) => (
              <li>
                <Word view={view} mark={mark} /> <span class="hv-quiet">{view.w.writing.finding[mark.type]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {marks.open.length > 0 && (
        <div class="hv-found hv-found--maybe">
          <p class="hv-quiet">
            <strong>{gate.mayAsk}.</strong> {gate.mayAskLead}
          </p>
          <ul>
            {marks.open.map((mark) => (
              <li>
                <Word view={view} mark={mark} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

const Word = ({ view, mark }: { view: View; mark: Mark }) => (
  <b
    lang="nl"
    title={whyOf(view, mark)}
    data-found={mark.part}
    data-at={mark.start}
    data-stand-in={mark.standIn}
    data-jump={view.w.gate.jump(mark.written)}
    data-jumped={view.w.gate.jumped(mark.standIn)}
    data-replace={view.w.gate.replace(mark.standIn)}
  >
    {mark.written}
  </b>
);
