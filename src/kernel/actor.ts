/** In what capacity somebody acts; a session acts in one role at a time. */
export const roles = [
  "resident",
  "confidant",
  "advocate",
  "professional",
  "facilitator",
  "owner",
  "jurist",
  "official",
  "executive",
  "council-member",
  "partner",
  "privacy-officer",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

/** Who acts, where, in which role and for whom: everything rules and row-level security need to know. */
export type Actor = {
  readonly memberId: string;
  readonly municipalityId: string;
  readonly role: Role;
  /** The team whose name stands under this person's words. */
  readonly teamId: string;
  readonly otherTeamIds: readonly string[];
  /** The pseudonym of the person acted for, as the Dutch OpenID Connect profile's `represents`. */
  readonly represents?: string | undefined;
};

/** Who reads what was released for a team or for everyone; managers never see the room. */
export const inRoom = (role: Role): boolean => role === "professional" || role === "facilitator";

/** Who reads the numbers over signals: everybody who has to do with the loop. */
export const readsNumbers = (role: Role): boolean => !["administrator", "partner", "privacy-officer", "resident", "confidant"].includes(role);

/** Who may bring a signal: everybody who works in or beside the access, the apparatus included. */
export const brings = (role: Role): boolean => ["professional", "facilitator", "official", "advocate", "owner", "jurist", "council-member"].includes(role);
