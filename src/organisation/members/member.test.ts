import { describe, expect, test } from "vitest";
import { type Around, type Member, type MemberWish, refuseChange, refuseInvitation, refuseLeaving, refuseReturn } from "./member.ts";

const member: Member = {
  id: "kim",
  name: "Kim",
  title: "beheerder",
  email: "kim@voorbeeld.nl",
  roles: ["administrator", "professional"],
  teamId: "oost",
  otherTeamIds: [],
  laws: [],
  language: "nl",
  endedAt: null,
  version: 1,
};
const wish: MemberWish = { ...member, email: "kim@voorbeeld.nl" };
const around: Around = { teamIds: ["oost", "west"], email: "is", otherAdministrators: 1 };
const changed = (changes: Partial<MemberWish>, by = "ander", given: Partial<Around> = {}, whom = member) =>
  refuseChange(whom, { ...wish, ...changes }, by, { ...around, ...given });

describe("a member", () => {
  test("has a name, work that colleagues know, a role and a team that is there", () => {
    expect(changed({})).toEqual([]);
    expect(changed({ name: "", title: "", roles: [], teamId: undefined })).toEqual(["memberName", "memberTitle", "memberRoles", "memberTeam"]);
    expect(changed({ teamId: "opgeheven" })).toEqual(["memberTeam"]);
  });

  test("may be without an e-mail address, but not with somebody else's", () => {
    expect(changed({ email: "" }, "ander", { email: "is-none" })).toEqual([]);
    expect(changed({ email: "kim" }, "ander", { email: "is-none" })).toEqual(["memberEmail"]);
    expect(changed({}, "ander", { email: "is-taken" })).toEqual(["memberEmailTaken"]);
  });

  test("without an address cannot be invited", () => {
    expect(refuseInvitation({ ...wish, email: "" }, { ...around, email: "is-none" })).toEqual(["memberEmail"]);
    expect(refuseInvitation(wish, around)).toEqual([]);
  });
});

describe("roles", () => {
  test("nobody gives to themselves; another administrator does", () => {
    expect(changed({ roles: [...member.roles, "privacy-officer"] }, "kim")).toEqual(["ownRoles"]);
    expect(changed({ roles: [...member.roles, "privacy-officer"] }, "ander")).toEqual([]);
    expect(changed({ roles: ["administrator", "owner"] }, "kim")).toEqual(["ownRoles"]);
  });

  test("one may take from oneself, administrator too, as long as there is another", () => {
    expect(changed({ roles: ["administrator"] }, "kim")).toEqual([]);
    expect(changed({ roles: ["professional"] }, "kim")).toEqual([]);
    expect(changed({ roles: ["professional"] }, "kim", { otherAdministrators: 0 })).toEqual(["lastAdministrator"]);
    expect(changed({ roles: ["professional"] }, "ander", { otherAdministrators: 0 })).toEqual(["lastAdministrator"]);
  });

  test("of somebody who left do not count", () => {
    expect(changed({ roles: ["professional"] }, "ander", { otherAdministrators: 0 }, { ...member, endedAt: new Date(0) })).toEqual([]);
  });
});

test("a team to read along with nobody gives to themselves either, and may leave one", () => {
  const both = { ...member, otherTeamIds: ["west"] };
  expect(changed({ otherTeamIds: ["west"] }, "kim")).toEqual(["ownTeams"]);
  expect(changed({ teamId: "west" }, "kim")).toEqual(["ownTeams"]);
  expect(changed({ otherTeamIds: ["west"] }, "ander")).toEqual([]);
  expect(changed({ teamId: "west", otherTeamIds: [] }, "kim", {}, both)).toEqual([]);
});

test("the last administrator cannot leave, everybody else can", () => {
  expect(refuseLeaving(member, { otherAdministrators: 0 })).toEqual(["lastAdministrator"]);
  expect(refuseLeaving(member, { otherAdministrators: 1 })).toEqual([]);
  expect(refuseLeaving({ ...member, roles: ["professional"] }, { otherAdministrators: 0 })).toEqual([]);
});

test("whoever comes back needs a team that is still there", () => {
  expect(refuseReturn(member, around)).toEqual([]);
  expect(refuseReturn({ ...member, teamId: "opgeheven" }, around)).toEqual(["oldTeam"]);
});
