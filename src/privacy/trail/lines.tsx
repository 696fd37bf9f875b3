import { dayOf } from "#src/kernel/day.ts";
import { capital, showDay, showTime } from "#src/ui/format.ts";
import type { View } from "#src/ui/view.ts";
import { whatHappened, whoDid } from "./sentence.ts";
import type { Told } from "./store.ts";

/** The trail, day by day, in plain words; each line leads to the trail of what it is about. */
export function Lines({ view, told, of }: { view: View; told: readonly Told[]; of?: string | undefined }) {
  const days = [...Map.groupBy(told, ({ at }) => dayOf(at))];
  return (
    <>
      {days.map(([day, lines]) => (
        <section>
          <h2>{capital(showDay(view, day))}</h2>
          <ul class="hv-news">
            {lines.map((line) => (
              <li>
                <span class="hv-quiet">{showTime(view, line.at)}</span> <Line view={view} told={line} of={of} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const addressed = ["draft", "signal", "member"];

/** One line of the trail; whoever and whatever the page is not about already can be followed. */
export function Line({ view, told, of }: { view: View; told: Told; of?: string | undefined }) {
  const who = whoDid(view, told);
  const what = whatHappened(view, told);
  return (
    <>
      {told.actorName && told.actorId !== of ? <a href={`/privacy/trail/${told.actorId}`}>{who}</a> : who}{" "}
      {addressed.includes(told.objectKind) && told.objectId !== of && told.objectId !== told.actorId ? (
        <a href={`/privacy/trail/${told.objectId}`}>{what}</a>
      ) : (
        what
      )}
    </>
  );
}
