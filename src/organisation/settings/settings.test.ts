import { describe, expect, test } from "vitest";
import { asActor } from "#src/platform/database.ts";
import { accept, invite } from "#src/platform/invitation/store.ts";
import { noTheme } from "#src/ui/theme/theme.ts";
import { administratorInside } from "#test/administrator.ts";
import { aMunicipality, now } from "#test/municipality.ts";
import { readSettings, type SettingsWish } from "./settings.ts";
import { changeSettings, changeTheme, findSettings } from "./store.ts";

const { database, house, here, administrator } = await administratorInside();

const kept = () => asActor(database.gate, here.administrator, now, findSettings);
const wish: SettingsWish = { termHarm: "3", termOther: "8", language: "nl", mailRhythm: "daily" };
const filledIn = async (changes: Partial<SettingsWish> = {}) => ({ ...wish, ...changes, version: String((await kept()).version) });

describe("terms", () => {
  test("are whole working days from 1 to 60", () => {
    expect(readSettings(wish)).toEqual({ ...wish, termHarm: 3, termOther: 8 });
    for (const termOther of ["", "0", "61", "8,5", "-1", "1e1", "acht"]) expect(readSettings({ ...wish, termOther })).toEqual(["termOther"]);
  });

  test("never let harm wait longer than anything else", () => {
    expect(readSettings({ ...wish, termHarm: "9" })).toEqual(["termOrder"]);
    expect(readSettings({ ...wish, termHarm: "8" })).toMatchObject({ termHarm: 8 });
  });
});

describe("an administrator", () => {
  test("changes terms, language and e-mail, and who shares something next is promised the new term", async () => {
    expect((await administrator.post("/municipality", await filledIn({ language: "en", mailRhythm: "at-once" }))).status).toBe(303);
    expect(await kept()).toMatchObject({ termHarm: 3, termOther: 8, language: "en", mailRhythm: "at-once" });
    const stranger = await house.app.fetch(new Request(`http://${here.host}/who`, { headers: { "accept-language": "fr" } }));
    expect(await stranger.text()).toContain('<html lang="en"');
  });

  test("decides how somebody new begins to hear by e-mail; whoever is here already keeps their own choice", async () => {
    await administrator.post("/municipality", await filledIn({ mailRhythm: "at-once" }));
    const invited = { email: "nieuw@voorbeeld.nl", name: "Nieuw", title: "consulent", roles: ["professional"] as const, teamId: here.teams.oost };
    const { id } = await asActor(database.learning, here.administrator, now, (room) => invite(room, invited));
    await accept(database.gate, here.id, id, { issuer: "https://login.example", subject: "nieuw", language: "nl" }, now);
    const members = await database.migrator.selectFrom("organisation.member").select(["name", "mail_rhythm"]).where("municipality_id", "=", here.id).execute();
    expect(members.filter(({ mail_rhythm }) => mail_rhythm === "at-once").map(({ name }) => name)).toEqual(["Nieuw"]);
  });

  test("is told what is missing, and what was typed stays", async () => {
    const answer = await administrator.post("/municipality", await filledIn({ termOther: "honderd" }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/value="honderd"/);
  });

  test("sees both when somebody else changed it meanwhile", async () => {
    const seen = await filledIn({ termOther: "20" });
    await administrator.post("/municipality", await filledIn({ termOther: "15" }));
    const stale = await administrator.post("/municipality", seen);
    expect(stale.status).toBe(409);
    const page = await stale.text();
    for (const words of ["<td>15</td>", "<td>20</td>"]) expect(page).toContain(words);
    expect((await kept()).termOther).toBe(15);
  });

  test("leaves a trail, and reads under which names the municipality is found", async () => {
    const entries = await database.migrator.selectFrom("trail.entry").select("action").where("object_id", "=", here.id).execute();
    expect(entries.filter(({ action }) => action === "settings-changed")).toHaveLength(3);
    expect(await (await administrator.get("/municipality")).text()).toContain(here.host);
  });
});

test("the database lets nobody but an administrator change a setting", async () => {
  const { version } = await kept();
  for (const key of ["bringer", "owner", "facilitator", "privacy"] as const) {
    const settings = { termHarm: 60, termOther: 60, language: "nl", mailRhythm: "daily" } as const;
    await expect(asActor(database.gate, here[key], now, (room) => changeSettings(room, settings, version))).resolves.toBe(false);
    await expect(asActor(database.gate, here[key], now, (room) => changeTheme(room, noTheme, version))).resolves.toBe(false);
  }
  await expect(asActor(database.learning, here.administrator, now, (room) => changeTheme(room, noTheme, version))).rejects.toThrow(/permission denied/);
  const elsewhere = await aMunicipality(database);
  await asActor(database.gate, elsewhere.administrator, now, async ({ tx }) => {
    const changed = await tx.updateTable("organisation.municipality").set({ term_harm: 60 }).where("id", "=", here.id).executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(0n);
  });
});
