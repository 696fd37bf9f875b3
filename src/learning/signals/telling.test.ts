import { expect, test } from "vitest";
import { bringer, colleague, factOf, owner, released, replied, signalWith, teammate } from "#test/in-memory.ts";
import { mayTell, tell } from "./telling.ts";

const ofResident = signalWith({ voice: "resident", version: 2 });

test("the bringer carries back to the resident what others said, up to the last fact", () => {
  expect(tell(ofResident, bringer, [released, replied])).toEqual({ kind: "told", to: "open", set: { toldPosition: 2 } });
});

test("a confidant's voice is carried back to as well, a professional's own is not", () => {
  expect(mayTell({ ...ofResident, voice: "confidant" }, bringer, [released, replied])).toBeUndefined();
  expect(mayTell({ ...ofResident, voice: "professional" }, bringer, [released, replied])).toBe("no-resident");
  expect(mayTell({ ...ofResident, voice: null }, bringer, [released, replied])).toBe("no-resident");
});

test("nobody but the bringer", () => {
  for (const by of [colleague, owner, teammate]) expect(mayTell(ofResident, by, [released, replied])).toBe("not-the-bringer");
});

test("there has to be something new: by others, after the last telling, not undone", () => {
  expect(mayTell(ofResident, bringer, [released])).toBe("already-said");
  expect(mayTell(ofResident, bringer, [released, factOf(2, "reply", bringer)])).toBe("already-said");
  expect(mayTell({ ...ofResident, toldPosition: 2 }, bringer, [released, replied])).toBe("already-said");
  expect(mayTell(ofResident, bringer, [released, replied, factOf(3, "undone", colleague, { codes: { position: 2 } })])).toBe("already-said");
  expect(mayTell({ ...ofResident, toldPosition: 2 }, bringer, [released, replied, factOf(3, "told", bringer), factOf(4, "answered", owner)])).toBeUndefined();
});
