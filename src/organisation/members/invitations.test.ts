import { beforeAll, describe, expect, test } from "vitest";
import { openPostman, type Postman } from "#src/platform/mail/postman.ts";
import { accept, tryCode } from "#src/platform/invitation/store.ts";
import { asVisitor } from "#src/platform/database.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, type Fields, openTestDoors, type Visitor } from "#test/doors.ts";
import { aMunicipality, type Municipality, now } from "#test/municipality.ts";
import { openSmtp, type Smtp } from "#test/smtp.ts";

let database: TestDatabase;
let here: Municipality;
let smtp: Smtp;
let mailing: Visitor;
let silent: Visitor;
beforeAll(async () => {
  database = await testDatabase();
  here = await aMunicipality(database);
  smtp = await openSmtp();
  const postman: Postman = openPostman(smtp.settings);
  const comes = async (doors: Doors) => doors.as(here.administrator, here.host);
  [mailing, silent] = [await comes(await openTestDoors(database, { postman })), await comes(await openTestDoors(database))];
  return () => postman.close();
});

const wish = (email: string): Fields => ({ name: "Sjoerd de Vries", title: "consulent", email, roles: ["professional"], team: here.teams.oost });
const open = () =>
  database.migrator.selectFrom("organisation.invitation").select(["id", "email"]).where("municipality_id", "=", here.id).where("used_at", "is", null).execute();

describe("an invitation", () => {
  test("goes out by e-mail with a link and a code, which let exactly one person in as they were invited", async () => {
    expect((await mailing.post("/members/invite", wish("sjoerd@voorbeeld.nl"))).headers.get("location")).toBe("/members?done=invited");
    const text = smtp.at("sjoerd@voorbeeld.nl")[0]!.mail.text!;
    const [, id] = /\/invitation\/([0-9a-f-]{36})/.exec(text) ?? [];
    const [code] = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(text) ?? [];
    expect(await asVisitor(database.gate, here.id, now, (room) => tryCode(room, id!, code!))).toBe(true);
    await accept(database.gate, here.id, id!, { issuer: "https://login.example", subject: "sjoerd", language: "nl" }, now);
    expect(await (await mailing.get("/members?q=sjoerd")).text()).toContain("Consulent · wijkteam Oost · professional");
    expect((await mailing.post("/members/invite", wish("Sjoerd@Voorbeeld.nl"))).status).toBe(422);
  });

  test("that does not go out is on the screen, once, and nowhere else", async () => {
    smtp.refuse("weg@voorbeeld.nl", 550);
    for (const [visitor, email] of [
      [mailing, "weg@voorbeeld.nl"],
      [silent, "stil@voorbeeld.nl"],
    ] as const) {
      const answer = await visitor.post("/members/invite", wish(email));
      const [code] = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(await answer.text()) ?? [];
      const { id } = (await open()).find((one) => one.email === email)!;
      expect(await asVisitor(database.gate, here.id, now, (room) => tryCode(room, id, code!))).toBe(true);
      expect(await (await visitor.get("/members")).text()).not.toContain(code);
    }
  });

  test("is made again under a new code, after which the first opens nothing; or withdrawn", async () => {
    await silent.post("/members/invite", wish("weer@voorbeeld.nl"));
    const [first] = (await open()).filter(({ email }) => email === "weer@voorbeeld.nl");
    expect((await silent.post("/members/invite", wish("weer@voorbeeld.nl"))).status).toBe(422);
    expect((await silent.post(`/members/invite/${first!.id}/again`)).status).toBe(200);
    const again = (await open()).filter(({ email }) => email === "weer@voorbeeld.nl");
    expect(again.map(({ id }) => id)).not.toContain(first!.id);
    expect(again).toHaveLength(1);
    expect((await silent.post(`/members/invite/${again[0]!.id}/withdraw`)).status).toBe(303);
    expect((await open()).filter(({ email }) => email === "weer@voorbeeld.nl")).toEqual([]);
    expect((await silent.post(`/members/invite/${first!.id}/again`)).status).toBe(404);
  });

  test("is one, when the same form comes twice at the same moment", async () => {
    const answers = await Promise.all([1, 2].map(() => silent.post("/members/invite", wish("twee@voorbeeld.nl"))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await open()).filter(({ email }) => email === "twee@voorbeeld.nl")).toHaveLength(1);
  });

  test("is refused without an address, a role or a team that is there, and what was typed stays", async () => {
    const answer = await silent.post("/members/invite", { ...(wish("sjoerd@") as Record<string, string>), roles: [], team: "" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ["zoals naam@gemeente.nl", "Kies minstens één rol", "Kies een team dat er nog is", `value="sjoerd@"`]) expect(page).toContain(words);
  });

  test("leaves a trail with ids and codes, and no name", async () => {
    const entries = await database.migrator.selectFrom("trail.entry").selectAll().where("object_kind", "=", "invitation").execute();
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(["invited", "invitation-withdrawn"]));
    expect(JSON.stringify(entries)).not.toMatch(/sjoerd|voorbeeld/i);
  });
});
