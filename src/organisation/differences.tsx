import type { View } from "#src/ui/view.ts";

export type Difference = { readonly label: string; readonly now: string; readonly yours: string };

/** Somebody else changed the same thing meanwhile: what it is now and what was filled in, side by side, as far as they differ. */
export function Differences({ view, all }: { view: View; all: readonly Difference[] }) {
  const { organisation } = view.w;
  const different = all.filter(({ now, yours }) => now !== yours);
  return (
    <div class="hv-problems" role="alert" tabindex={-1} id="problems">
      <p>
        <strong>{organisation.meanwhile}</strong>
      </p>
      <p>{different.length > 0 ? organisation.meanwhileLead : organisation.meanwhileSame}</p>
      {different.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{organisation.what}</th>
              <th scope="col">{organisation.isNow}</th>
              <th scope="col">{organisation.yours}</th>
            </tr>
          </thead>
          <tbody>
            {different.map(({ label, now, yours }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{now || organisation.nothing}</td>
                <td>{yours || organisation.nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
