export const lookVerdicts = ["nobody", "somebody"] as const;
export type LookVerdict = (typeof lookVerdicts)[number];

/** A colleague of the team who is asked to read along before something is shared, and what they said. */
export type SecondLook = {
  readonly draftId: string;
  readonly readerId: string;
  readonly reader: string;
  readonly askedAt: Date;
  readonly verdict: LookVerdict | null;
  readonly words: string | null;
  readonly answeredAt: Date | null;
  /** The version that was read. */
  readonly seenVersion: number | null;
};

/** Somebody of the team of a draft, who can open it already. */
export type Teammate = { readonly id: string; readonly name: string; readonly title: string };

/** Only whoever was asked answers; "somebody is recognisable" needs to say by which words. */
export function answer(
  look: SecondLook | undefined,
  by: string,
  verdict: LookVerdict | undefined,
  words: string,
): "not-asked" | "verdict-missing" | "words-missing" | undefined {
  if (!look || look.readerId !== by) return "not-asked";
  if (!verdict) return "verdict-missing";
  return verdict === "somebody" && words.trim() === "" ? "words-missing" : undefined;
}
