import { capital, showDay } from "#src/ui/format.ts";
import type { View } from "#src/ui/view.ts";
import type { Asking, Draft } from "./draft.ts";

/** Said before it is shared: who reads this besides the colleagues one chooses, and when. */
export function WhoReads({ view, draft, asking, asked }: { view: View; draft: Draft; asking: Asking; asked: string | undefined }) {
  const { writing } = view.w;
  return (
    <section>
      <h2>{writing.whoReads}</h2>
      {draft.content.kind === "works" && <p>{writing.worksCourse}</p>}
      {asking.answerDue && asked && <p>{writing.asked(capital(asked), showDay(view, asking.answerDue))}</p>}
      {asking.answerDue && !asked && <p>{writing.unrouted}</p>}
      {draft.content.harm && (
        <>
          <p class="hv-asks">{writing.urgent}</p>
          <p>{writing.danger}</p>
        </>
      )}
      {asking.answerDue && <p class="hv-quiet">{writing.council}</p>}
      <p class="hv-quiet">{draft.content.named ? writing.withName : writing.without}</p>
    </section>
  );
}
