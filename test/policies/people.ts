import { createHash } from "node:crypto";

/** A uuid for a name, always the same. */
export const id = (name: string): string =>
  createHash("md5")
    .update(name)
    .digest("hex")
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");

/** For whom a transaction is opened; without a municipality: for nobody. */
export type Who = { readonly name: string; readonly municipality: string; readonly member: string; readonly role: string; readonly teams: readonly string[] };

const who = (name: string, role: string, team: string, home = "here"): Who => ({
  name: `${name} as ${role}`,
  municipality: id(home),
  member: id(name),
  role,
  teams: [id(team)],
});

export const people: readonly Who[] = [
  who("bringer", "professional", "oost"),
  who("bringer", "administrator", "oost"),
  who("bringer", "owner", "oost"),
  who("bringer", "invited", "oost"),
  who("stranger", "invited", "oost", "elsewhere"),
  who("teammate", "professional", "oost"),
  who("teammate", "official", "oost"),
  who("teammate", "owner", "oost"),
  who("colleague", "professional", "west"),
  who("reader", "facilitator", "west"),
  who("addressed", "owner", "office"),
  who("addressed", "administrator", "office"),
  who("council", "council-member", "office"),
  who("privacy", "privacy-officer", "office"),
  who("administrator", "administrator", "office"),
  who("nobody", "job", "nothing"),
  who("stranger", "professional", "oost", "elsewhere"),
  who("stranger", "privacy-officer", "oost", "elsewhere"),
  who("stranger", "administrator", "oost", "elsewhere"),
  who("nobody", "job", "nothing", "elsewhere"),
  { name: "nobody at all", municipality: "", member: "", role: "", teams: [] },
];
