import { grounds } from "#src/learning/signals/index.ts";
import { Taps } from "#src/ui/taps.tsx";
import type { View } from "#src/ui/view.ts";

/** Why words go for good: one of a few grounds, none of them chosen beforehand. */
export const GroundField = ({ view, problem }: { view: View; problem?: string | undefined }) => (
  <Taps
    legend={view.w.erasing.ground}
    name="ground"
    many={false}
    chosen={[]}
    problem={problem}
    options={grounds.map((value) => ({ value, label: view.w.erasing.grounds[value] }))}
  />
);
