import type { Choice, Kind, Law, Level, LifeArea, MattersSource, Snag, Stage, Voice } from "#src/learning/signals/words.ts";
import type { PersonKey } from "./people.ts";

/** One signal of the demonstration municipality and what happened to it; replayed through the real rules and stores. */
export type Story = {
  readonly by: PersonKey;
  readonly kind: Kind;
  /** Calendar days before today on which it was released, 1 to 550. */
  readonly daysAgo: number;
  readonly sentence: string;
  readonly story?: string;
  readonly voice?: Voice;
  readonly matters?: { readonly source: MattersSource; readonly text?: string };
  readonly laws?: readonly Law[];
  readonly lifeAreas?: readonly LifeArea[];
  readonly snags?: readonly Snag[];
  readonly stage?: Stage;
  readonly level?: Level;
  readonly harm?: boolean;
  readonly named?: boolean;
  readonly audience?: "everyone" | "team" | readonly PersonKey[];
  /** Only for "around": the bringer lets somebody with a mandate read it. */
  readonly toOwner?: boolean;
  readonly course?: readonly Step[];
};

/** `after`: calendar days after the release; steps stand in order of time and lie before today. */
export type Step = { readonly after: number } & (
  | { readonly reply: string; readonly by: PersonKey }
  | { readonly also: PersonKey }
  /** The bringer says the latest reply by this colleague helped. */
  | { readonly helped: PersonKey; readonly withoutMoney?: boolean; readonly checkpointAfter: number }
  /** `asked` means: whoever the signal was sent to by the mandate list. */
  | { readonly answer: Choice; readonly text: string; readonly by: PersonKey | "asked"; readonly checkpointAfter?: number }
  | { readonly passOn: PersonKey; readonly text: string; readonly by: PersonKey | "asked" }
  | { readonly route: PersonKey; readonly by: "fatima" }
  /** Said by the bringer: we tried it. */
  | { readonly tried: true; readonly text?: string }
  | { readonly held: true; readonly text?: string }
  | { readonly fallenBack: string }
  | { readonly notSolved: true }
  | { readonly stays: string; readonly nextAfter: number }
  | { readonly withdrawn: true }
  /** For "works": a colleague of another team takes it up, and later says whether it held there. */
  | { readonly takenUp: PersonKey }
  | { readonly heldThere: PersonKey; readonly text?: string }
  | { readonly notHere: PersonKey; readonly text: string }
);
