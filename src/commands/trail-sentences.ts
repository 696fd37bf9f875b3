import type { Finding, Kind } from "#src/platform/trail/finding.ts";

type Said = { readonly one: string; readonly several: string };

/** What each finding says: # is the first and the last of what it is about, @ the first entry that it concerns. */
const sentences: Record<Kind, Said> = {
  "entry-changed": { one: "Entry # was changed after it was sealed.", several: "Entries # were changed after they were sealed." },
  "entries-missing": { one: "Entry # is missing.", several: "Entries # are missing." },
  "entry-out-of-place": {
    one: "At position # stands an entry that does not belong there: it was put in.",
    several: "At positions # stand entries that do not belong there: they were put in.",
  },
  "entries-unsigned": {
    one: "Entry # comes after the last signed head: it was put in, or heads were taken away.",
    several: "Entries # come after the last signed head: they were put in, or heads were taken away.",
  },
  "entries-not-as-signed": {
    one: "Entry # is not what was signed: it was changed, or put in.",
    several: "Entries # do not add up to what was signed: some were changed, taken away or put in.",
  },
  "head-changed": {
    one: "Head # was changed or forged; it should vouch for the entries from position @ on.",
    several: "Heads # were changed or forged; they should vouch for the entries from position @ on.",
  },
  "heads-missing": {
    one: "Head # is missing; it signed for the entries from position @ on.",
    several: "Heads # are missing; they signed for the entries from position @ on.",
  },
  "head-out-of-place": { one: "Head # stands where it does not belong.", several: "Heads # stand where they do not belong." },
  "head-of-other-key": {
    one: "Head #, which should vouch for the entries from position @ on, is signed with a key that is not ours. If the secret was changed, TRAIL_EARLIER_KEYS has to name the key from before.",
    several:
      "Heads #, which should vouch for the entries from position @ on, are signed with a key that is not ours. If the secret was changed, TRAIL_EARLIER_KEYS has to name the key from before.",
  },
  "heads-cut-off": {
    one: "From position @ on the trail was cut off, or put back from an older copy: head # was kept elsewhere and is not in the database.",
    several: "From position @ on the trail was cut off, or put back from an older copy: heads # were kept elsewhere and are not in the database.",
  },
  "heads-rewritten": {
    one: "From position @ on the trail is another one than was sealed: head # in the database is not the one that was kept elsewhere.",
    several: "From position @ on the trail is another one than was sealed: heads # in the database are not those that were kept elsewhere.",
  },
  "kept-changed": {
    one: "Line # of the heads kept elsewhere was changed, or was never ours.",
    several: "Lines # of the heads kept elsewhere were changed, or were never ours.",
  },
  "kept-missing": {
    one: "Head #, for the entries from position @ on, is not kept elsewhere: its line was taken away, or could not be written.",
    several: "Heads #, for the entries from position @ on, are not kept elsewhere: their lines were taken away, or could not be written.",
  },
  "kept-unreadable": { one: "Line # of the heads kept elsewhere is not a head.", several: "Lines # of the heads kept elsewhere are not heads." },
  "municipality-missing": {
    one: "Signed heads of this trail are kept elsewhere, but its municipality is not in the database.",
    several: "Signed heads of this trail are kept elsewhere, but its municipality is not in the database.",
  },
};

const number = (value: number): string => value.toLocaleString("en");

export function sentenceOf({ kind, from, until, position }: Finding): string {
  const { one, several } = sentences[kind];
  const about = from === until ? number(from) : `${number(from)} to ${number(until)}`;
  return (from === until ? one : several).replace("#", about).replace("@", number(position ?? from));
}

/** How long something waits, in the largest unit that says enough. */
export function durationOf(seconds: number): string {
  const [unit, size] = seconds < 120 ? ["second", 1] : seconds < 7200 ? ["minute", 60] : seconds < 172_800 ? ["hour", 3600] : (["day", 86_400] as const);
  const count = Math.max(0, Math.floor(seconds / size));
  return `${number(count)} ${unit}${count === 1 ? "" : "s"}`;
}
