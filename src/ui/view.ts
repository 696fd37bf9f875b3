import type { Role } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Words } from "#src/words/words.ts";

/** Who looks, as a page needs it: no ids. */
export type Viewer = { readonly title: string; readonly teamName: string; readonly role: Role; readonly roles: readonly Role[] };

/** What every page knows: the words, who looks, and what its forms carry. */
export type View = {
  readonly language: Language;
  readonly w: Words;
  readonly path: string;
  readonly today: Day;
  readonly now: Date;
  readonly demo: boolean;
  readonly municipality: string;
  readonly viewer: Viewer | undefined;
  readonly formToken: string;
  /** Tells whose words are kept on a device, without telling who it is. */
  readonly owner: string;
  /** A changing part of the addresses of style and script, so that they may be kept for a year. */
  readonly assets: string;
  /** The same of the municipality's own theme; undefined when it has none. */
  readonly theme: string | undefined;
};
