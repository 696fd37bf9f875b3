import { expect, test } from "vitest";
import { sql } from "kysely";
import { listen } from "#src/main.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal } from "#test/municipality.ts";
import { openSmtp } from "#test/smtp.ts";
import { openHouse } from "./house.ts";

const demonstration = await openHouse();

test.each([
  ["with", "Amina"],
  ["without", "Jeroen"],
])("somebody chooses when to be mailed, and in which language, %s JavaScript", async (script, person) => {
  const page = await demonstration.visit(person, { javaScriptEnabled: script === "with" });
  await page.locator(".hv-menu summary").click();
  await page.getByRole("link", { name: "Instellingen" }).click();
  await page.getByText("er gaat geen mail de deur uit").waitFor();
  expect(await page.getByRole("radio", { name: "Eén keer per werkdag" }).isChecked()).toBe(true);
  await page.getByRole("radio", { name: "Nooit" }).check();
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("button", { name: "Bewaar" }).click();
  await page.getByRole("status").getByText("Saved.").waitFor();
  expect(await page.getByRole("radio", { name: "Never" }).isChecked()).toBe(true);
});

test("the running application mails who is asked, and stops although a mail server does not answer", async () => {
  const database = await testDatabase();
  const { id, bringer } = await aMunicipality(database);
  await sql`update organisation.member set email = id || '@testdorp.example' where municipality_id = ${id}`.execute(database.migrator);
  const smtp = await openSmtp();
  const half = 31_000;
  const clock = () => new Date(Date.now() + half);
  const house = await listen({ server: database.server, host: "127.0.0.1", port: 0, demo: false, secure: true, mail: smtp.settings, clock });
  await aSignal(database, bringer, {}, {}, new Date());
  await expect.poll(() => smtp.arrived.length, { timeout: 20_000 }).toBe(2);
  const never = Promise.withResolvers<void>();
  const held = new Promise<void>((begun) => {
    smtp.whenIn = () => (begun(), never.promise);
  });
  await sql`update trail.mail set ended_at = now() - interval '1 day' where municipality_id = ${id}`.execute(database.migrator);
  await aSignal(database, bringer, {}, {}, new Date());
  await held;
  await house.stop();
  never.resolve();
  const waiting = await database.migrator.selectFrom("trail.mail").select("id").where("municipality_id", "=", id).where("ended_at", "is", null).execute();
  expect(waiting).toHaveLength(2);
});
