import { expect, test } from "vitest";
import { now } from "#test/in-memory.ts";
import { identityOf, pseudonymOf } from "./identity.ts";
import { type Known, mayEnter, roleOf } from "./login.ts";

const names = { name: "naam", email: "mail", represents: "represents" };
const known: Known = { id: "1", roles: ["professional", "facilitator"], teamId: "oost", otherTeamIds: [], endedAt: null };

test("claims are read by the names the settings give them, from the token before what is told besides", () => {
  const said = identityOf({ iss: "https://login", sub: "amina", mail: " a@voorbeeld.nl " }, { sub: "x", naam: "Amina", mail: "b@voorbeeld.nl" }, names);
  expect(said).toEqual({ issuer: "https://login", subject: "amina", acr: undefined, name: "Amina", email: "a@voorbeeld.nl", represents: undefined });
});

test("who it is and how surely comes from the signed token alone", () => {
  const said = identityOf({ iss: "https://login", sub: "amina" }, { iss: "https://elders", sub: "kim", acr: "high" }, names);
  expect(said).toMatchObject({ issuer: "https://login", subject: "amina", acr: undefined });
});

test.each([[undefined], [null], [12], [["a"]], [{ a: 1 }], ["  "], ["x".repeat(5000)]])("a name that is %j gives no more than 200 signs, or none", (naam) => {
  expect((identityOf({ iss: "i", sub: "s", naam }, {}, names).name ?? "").length).toBeLessThanOrEqual(200);
});

test("for whom somebody acts is known in each of its spellings, and by no other name within a municipality", () => {
  const represents = (value: unknown) => identityOf({ iss: "i", sub: "s", represents: value }, {}, names).represents;
  expect([represents(undefined), represents(null), represents("")]).toEqual([undefined, undefined, undefined]);
  const [one, same, other] = [represents({ iss: "d", sub: "1" }), represents({ sub: "1", iss: "d", more: true }), represents({ iss: "d", sub: "2" })];
  expect(one).toBe(same);
  expect(one).not.toBe(other);
  expect(pseudonymOf("secret", "here", one!)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(pseudonymOf("secret", "here", one!)).toBe(pseudonymOf("secret", "here", same!));
  expect(pseudonymOf("secret", "elsewhere", one!)).not.toBe(pseudonymOf("secret", "here", one!));
  expect(pseudonymOf("another", "here", one!)).not.toBe(pseudonymOf("secret", "here", one!));
});

test("who is known, is here and was sure enough comes in; others do not, each for their own reason", () => {
  expect(mayEnter(known, { acr: undefined }, [])).toBeUndefined();
  expect(mayEnter(undefined, { acr: undefined }, [])).toBe("unknown");
  expect(mayEnter({ ...known, endedAt: now }, { acr: undefined }, [])).toBe("left");
  for (const acr of [undefined, "low"]) expect(mayEnter(known, { acr }, ["substantial", "high"])).toBe("stronger");
  for (const acr of ["substantial", "high"]) expect(mayEnter(known, { acr }, ["substantial", "high"])).toBeUndefined();
});

test("one comes back in the role one had, unless it was taken away", () => {
  expect([roleOf(known, "facilitator"), roleOf(known, undefined), roleOf(known, "owner")]).toEqual(["facilitator", "professional", "professional"]);
});
