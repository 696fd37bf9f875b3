import { existsSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { findings } from "#src/language/deidentify/deidentify.ts";
import { testDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aMunicipality, type Municipality } from "#test/municipality.ts";

// Notes as professionals write them, where the material stands beside the project; it is not part of it.
const path = new URL("../../shared/data/cases.jsonl", import.meta.url);
const notes = existsSync(path)
  ? readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { text: string }).text)
  : [];

let house: Doors;
let here: Municipality;
beforeAll(async () => {
  const database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
});

test.skipIf(notes.length === 0)("notes from practice are kept to the letter, and shared only without what is certain", async () => {
  const writer = await house.as(here.bringer, here.host);
  for (const note of notes) {
    const id = crypto.randomUUID();
    expect((await writer.post(`/drafts/${id}`, { version: "0", sentence: note, next: "release" })).headers.get("location")).toBe(`/drafts/${id}/release`);
    const page = await (await writer.get(`/drafts/${id}`)).text();
    expect(page.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&")).toContain(note);
    const share = async () => {
      const version = /name="version" value="(\d+)"/.exec(await (await writer.get(`/drafts/${id}`)).text())![1]!;
      return writer.post(`/drafts/${id}/release`, { version, audience: "team", looked: "yes", neighbour: "no" });
    };
    const certain = findings(note).filter((finding) => finding.certain);
    expect((await share()).status).toBe(certain.length > 0 ? 422 : 303);
    if (certain.length === 0) continue;
    await writer.post(`/drafts/${id}/replace`);
    expect((await share()).status).toBe(303);
    const shared = /<blockquote class="hv-said"[^>]*>(.*?)<\/blockquote>/s.exec(await (await writer.get(`/signals/${id}`)).text())![1]!;
    expect(findings(shared).filter((finding) => finding.certain)).toEqual([]);
    for (const { start, end } of certain) expect(shared.split(/[^\p{L}\p{N}]+/u)).not.toContain(note.slice(start, end));
  }
});
