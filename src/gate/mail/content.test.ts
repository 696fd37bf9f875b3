import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { also, reply, withdraw } from "#src/learning/signals/conversation.ts";
import { answer, passOn } from "#src/learning/signals/answer.ts";
import { testDatabase } from "#test/database.ts";
import { aMailing, hours } from "#test/mailing.ts";
import { aSignal, does } from "#test/municipality.ts";
import { letterOf } from "./letter.ts";

const database = await testDatabase();

/** Everything that has to do with people or their words, none of which may be in any byte of an e-mail. */
const canaries = {
  name: "Kanariëlle van Veer",
  title: "consulent Volièrezaken",
  team: "wijkteam",
  bsn: "123456782",
  sentence: "De zangzaadregeling geldt niet voor wie geen kooi heeft",
  story: "Zij stond om zeven uur voor de dichte nachtegaalopvang",
  reply: "Bel de vinkenbode even",
  answer: "Wij passen het mussenformulier aan",
};

test("no e-mail of any kind holds a name, a function, a team, a number or a word of anybody, nor the id of a signal", async () => {
  const mailing = await aMailing(database);
  const { testdorp, after } = mailing;
  const { bringer, colleague, teammate, owner, executive, facilitator } = testdorp;
  const everybody = Object.values(testdorp).filter((one) => typeof one === "object" && "memberId" in one);
  for (const one of everybody) await mailing.becomes(one, { name: canaries.name });
  await database.migrator.updateTable("organisation.member").set({ title: canaries.title }).where("municipality_id", "=", testdorp.id).execute();
  await mailing.becomes(colleague, { mail_rhythm: "at-once", language: "en" });
  await mailing.becomes(teammate, { language: "en" });
  const told = { sentence: `${canaries.sentence}, ${canaries.bsn}`, story: canaries.story };
  const readers = [colleague, teammate, facilitator].map(({ memberId }) => memberId);
  const ids = [
    await aSignal(database, bringer, told),
    await aSignal(database, bringer, told, { to: "chosen", readers }),
    await aSignal(database, teammate, told),
  ];
  for (const id of ids) {
    await does(database, colleague, id, (signal) => reply(signal, colleague, canaries.reply, after(40)), after(40));
    await does(database, facilitator, id, (signal, course) => also(signal, facilitator, course), after(50));
  }
  await does(
    database,
    owner,
    ids[0]!,
    (signal) => answer(signal, owner, { choice: "no-because", text: canaries.answer, checkpoint: undefined }, "2026-11-23", after(60)),
    after(60),
  );
  await does(
    database,
    owner,
    ids[1]!,
    (signal) => passOn(signal, owner, { id: executive.memberId, roles: ["executive"], title: canaries.title }, canaries.answer),
    after(70),
  );
  await does(database, teammate, ids[2]!, (signal) => withdraw(signal, teammate), after(80));
  for (const seconds of [31, 120, hours, 20.5 * hours, 44.5 * hours]) await mailing.run(seconds);

  const { arrived } = mailing.smtp;
  expect(new Set(arrived.flatMap(({ to }) => to)).size).toBeGreaterThanOrEqual(6);
  expect(new Set(arrived.map(({ mail }) => mail.subject))).toEqual(new Set(["Er staat iets voor u klaar", "Something is waiting for you"]));
  const spoken = [...Object.values(canaries).flatMap((words) => words.split(/[\s,]+/)), ...ids].filter((word) => word.length > 5);
  for (const { raw, mail } of arrived) {
    const all = [raw, mail.subject, mail.text, mail.html, mail.from!.text, JSON.stringify(mail.headerLines)].join("\n").toLowerCase();
    expect(spoken.filter((word) => all.includes(word.toLowerCase()))).toEqual([]);
  }
});

test("what waits to be sent holds no word and no address either", async () => {
  const mailing = await aMailing(database);
  await aSignal(database, mailing.testdorp.bringer, { sentence: canaries.sentence });
  await mailing.tell(31);
  const rows = await database.migrator.selectFrom("trail.mail").selectAll().where("municipality_id", "=", mailing.testdorp.id).execute();
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/@|regeling|signal/);
});

test("a line end in an address that came from elsewhere sends nothing to anybody", async () => {
  const mailing = await aMailing(database);
  const { owner, deputy, bringer } = mailing.testdorp;
  await mailing.becomes(owner, { email: `${randomUUID()}@testdorp.example\r\nRCPT TO:<bob@elders.example>` });
  await mailing.becomes(deputy, { email: "eva@testdorp.example, bob@elders.example" });
  await aSignal(database, bringer);
  await mailing.run(31);
  expect(mailing.smtp.arrived).toEqual([]);
  expect([...(await mailing.rows(owner)), ...(await mailing.rows(deputy))].map(({ result }) => result)).toEqual(["refused", "refused"]);
});

test.each([
  ["nl", 1, "Er staat één ding voor u klaar in Haarvat."],
  ["nl", 12, "Er staan twaalf dingen voor u klaar in Haarvat."],
  ["nl", 13, "Er staan 13 dingen voor u klaar in Haarvat."],
  ["en", 1, "One thing is waiting for you in Haarvat."],
  ["en", 2, "There are two things waiting for you in Haarvat."],
] as const)("in %s %i is said in words as far as people do so", async (language, count, sentence) => {
  const site = { municipality: "Testdorp", host: "haarvat.testdorp.example" };
  expect((await letterOf(language, site, { kind: "digest", count, rhythm: "daily" })).text.split("\n")[0]).toBe(sentence);
});

test("the page in an e-mail has no colour, picture, script or address of anybody else: it reads in the dark, and nobody sees that it was read", async () => {
  const site = { municipality: "Testdorp", host: "haarvat.testdorp.example" };
  const { html } = await letterOf("nl", site, { kind: "at-once", count: 2, rhythm: "daily" });
  expect(html).toMatch(/^<!doctype html><html lang="nl">/);
  expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
  expect(html).not.toMatch(/color:|background|#[0-9a-f]{3,6}\b|<img|<script|<link|url\(/i);
  expect([...html.matchAll(/(?:https?:)?\/\/[^"]*/g)].map(([address]) => address)).toEqual([`https://${site.host}/`, `https://${site.host}/me`]);
});
