import { capital, showNumber } from "#src/ui/format.ts";
import type { Unreadable } from "#src/ui/theme/contrast.ts";
import { parts } from "#src/ui/theme/pairs.ts";
import type { View } from "#src/ui/view.ts";

/** Which pairs of colours not everybody can tell apart: each in a sentence with its ratio, and as it would look. */
export function UnreadablePairs({ view, pairs }: { view: View; pairs: readonly Unreadable[] }) {
  const { organisation } = view.w;
  return (
    <div class="hv-problems" role="alert" tabindex={-1} id="problems">
      <p>
        <strong>{organisation.unreadable(pairs.length)}</strong>
      </p>
      <ul class="hv-pairs">
        {pairs.map(({ front, back, scheme, kind, frontColour, backColour, ratio, needed }) => (
          <li>
            <svg width="96" height="40" viewBox="0 0 96 40" aria-hidden="true">
              <rect x="0.5" y="0.5" width="95" height="39" rx="4" stroke="currentColor" fill={backColour} />
              {kind === "text" ? (
                <text x="48" y="26" text-anchor="middle" font-size="18" fill={frontColour}>
                  {organisation.sample}
                </text>
              ) : (
                <rect x="16" y="10" width="64" height="20" rx="4" fill="none" stroke={frontColour} stroke-width="3" />
              )}
            </svg>
            <a href={`#${scheme}-${parts[front]}`}>
              {organisation.unreadablePair({
                front: organisation.parts[front],
                back: organisation.parts[back],
                scheme: capital(organisation.schemes[scheme]),
                frontColour,
                backColour,
                ratio: showNumber(view, ratio, 2),
                needed: showNumber(view, needed, 1),
              })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
