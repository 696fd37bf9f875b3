/** How somebody wants to hear by e-mail; what is addressed to a person goes at once in either rhythm but none. */
export const rhythms = ["daily", "at-once", "none"] as const;
export type Rhythm = (typeof rhythms)[number];
