/** What takes something along, out of sight of Haarvat. */
export const takingAlong: readonly string[] = ["exported", "exported-municipality", "trail-exported"];

/** Everything by which somebody sees something: what is reviewed each week, and what the log shows as looks. */
export const looking: readonly string[] = ["looked", "looked-at-invitations", "trail-looked", ...takingAlong];
