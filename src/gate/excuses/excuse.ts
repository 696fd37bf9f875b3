import { isListed } from "#src/language/deidentify/listed.ts";

export const excuseVerdicts = ["accepted", "refused"] as const;
export type ExcuseVerdict = (typeof excuseVerdicts)[number];

/** A word is shown to be decided on once it was cleared in this many texts that were shared. */
export const fewestTexts = 3;

/** A word that writers cleared, and in how many texts. */
export type Proposal = { readonly word: string; readonly texts: number };
export type Excuse = { readonly word: string; readonly verdict: ExcuseVerdict; readonly decidedAt: Date };

/** Whether this may be decided of this word: of what is proposed either, but nothing that somebody or some place is called by is excused. */
export function decide(word: string, verdict: ExcuseVerdict, proposals: readonly Proposal[]): "not-proposed" | "is-a-name" | undefined {
  if (!proposals.some((proposal) => proposal.word === word)) return "not-proposed";
  return verdict === "accepted" && isListed(word) ? "is-a-name" : undefined;
}
