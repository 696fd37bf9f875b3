import { brings, readsNumbers } from "#src/kernel/actor.ts";
import type { Numbers } from "#src/learning/overview/index.ts";
import { showDay } from "#src/ui/format.ts";
import type { View } from "#src/ui/view.ts";
import { Said } from "#src/ui/words.tsx";
import type { Today } from "./home-page.tsx";

/** Beside what is expected: starting to write, how the loop goes, and what of the team is late. */
export function HomeAside({ view, today }: { view: View; today: Today }) {
  const { w, viewer } = view;
  const { overview } = w;
  return (
    <>
      {viewer && brings(viewer.role) && (
        <section>
          <h2>{overview.writeTitle}</h2>
          <p class="hv-deeds">
            <a class="hv-button" href="/write">
              {w.write}
            </a>
          </p>
          <p>
            <a href="/write?kind=works">{overview.writeWorks}</a>
            <br />
            <a href="/write?kind=around">{overview.writeAround}</a>
          </p>
          {today.looks > 0 && (
            <p>
              <a class="hv-asks" href="/drafts">
                {w.gate.look.waiting(today.looks)}
              </a>
            </p>
          )}
          {today.drafts > 0 && (
            <p>
              <a href="/drafts">
                {overview.openDrafts}: {today.drafts}
              </a>
            </p>
          )}
        </section>
      )}
      {viewer && readsNumbers(viewer.role) ? (
        <section>
          <h2>{today.ofTeam ? overview.ourTeam : overview.everybody}</h2>
          <NumbersInWords view={view} numbers={today.numbers} />
        </section>
      ) : (
        <section>
          <p class="hv-quiet">{overview.noRoom}</p>
        </section>
      )}
      {today.late.length > 0 && (
        <section>
          <h2>{overview.teamLate}</h2>
          {today.late.map(({ id, sentence, answerDue }) => (
            <>
              <Said small lang="nl">
                <a href={`/signals/${id}`}>{sentence ?? overview.shielded}</a>
              </Said>
              <p class="hv-asks">{overview.overdueSince(showDay(view, answerDue))}</p>
            </>
          ))}
        </section>
      )}
    </>
  );
}

function NumbersInWords({ view, numbers }: { view: View; numbers: Numbers | undefined }) {
  const { overview } = view.w;
  if (!numbers) return <p class="hv-quiet">{overview.tooFew}</p>;
  return (
    <>
      {numbers.daysToReply !== null && <p>{overview.teamSentence(overview.tenOutOf(numbers.replied), overview.days(numbers.daysToReply))}</p>}
      <p class="hv-holds">{overview.heldSentence(overview.tenOutOf(numbers.held))}</p>
    </>
  );
}
