import type { State } from "./words.ts";

/** The course of a signal as one thin line: a dot for each thing that happened, open and red while somebody owes, closed when it holds. */
export function Line({ steps, state, owes }: { steps: number; state: State; owes: boolean }) {
  const dots = Math.min(steps, 12);
  const gap = 18;
  const end = dots * gap;
  const holds = state === "held" || state === "held-there";
  return (
    <svg class="hv-line" width={end + 12} height="12" viewBox={`0 0 ${end + 12} 12`} fill="none" stroke="currentColor" aria-hidden="true">
      <path d={`M5 6H${end - gap + 5}`} />
      {Array.from({ length: dots }, (_, index) => (
        <circle cx={index * gap + 5} cy="6" r="3" fill="currentColor" stroke="none" class={holds && index === dots - 1 ? "hv-end" : undefined} />
      ))}
      {owes && (
        <>
          <path d={`M${end - gap + 8} 6H${end}`} stroke-dasharray="2 2" />
          <circle cx={end + 5} cy="6" r="4" class="hv-open" stroke-width="1.8" />
        </>
      )}
    </svg>
  );
}
