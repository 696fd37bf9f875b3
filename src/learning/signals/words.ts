// The codes of a signal: what is stored. Sentences for people are in src/words.

export const kinds = ["stuck", "works", "around"] as const;
export type Kind = (typeof kinds)[number];

export const states = ["open", "answered", "tried", "held", "fallen-back", "refused", "withdrawn", "stays", "taken-up", "held-there", "not-here"] as const;
export type State = (typeof states)[number];

/** Where it sticks. */
export const snags = ["rule", "belief", "system", "budget", "collaboration", "culture", "view", "room"] as const;
export type Snag = (typeof snags)[number];

/** Stage of the access in which it happened. */
export const stages = ["finding", "first-contact", "inquiry", "decision", "support", "change-or-end"] as const;
export type Stage = (typeof stages)[number];

export const laws = ["wmo", "jeugdwet", "participatiewet", "wgs", "wlz", "zvw", "brp", "other"] as const;
export type Law = (typeof laws)[number];

export const lifeAreas = ["home", "money", "work", "family", "health", "safety", "school", "belonging"] as const;
export type LifeArea = (typeof lifeAreas)[number];

/** At which level the rule lives that it sticks on; decides who can change it. */
export const levels = ["law", "decree", "bylaw", "policy", "instruction", "habit"] as const;
export type Level = (typeof levels)[number];

/** Whose voice a signal carries. */
export const voices = ["resident", "confidant", "professional"] as const;
export type Voice = (typeof voices)[number];

/** How the bringer knows what mattered to the resident. */
export const mattersSources = ["said", "as-i-think", "not-asked"] as const;
export type MattersSource = (typeof mattersSources)[number];

/** For whom a signal is released; `bringer` means withdrawn: for nobody else any more. */
export const audiences = ["chosen", "team", "everyone"] as const;
export type Audience = (typeof audiences)[number] | "bringer";

export const choices = ["change", "experiment", "no-because"] as const;
export type Choice = (typeof choices)[number];

/** Why a text may be erased for good: somebody is recognisable, somebody asked for it, it should not have been here, or a law or judge says so. */
export const grounds = ["recognisable", "asked", "unlawful", "duty"] as const;
export type Ground = (typeof grounds)[number];
