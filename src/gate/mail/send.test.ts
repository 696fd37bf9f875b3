import { expect, test } from "vitest";
import { answer } from "#src/learning/signals/answer.ts";
import { reply, withdraw } from "#src/learning/signals/conversation.ts";
import { undo } from "#src/learning/signals/undo.ts";
import { asActor } from "#src/platform/database.ts";
import { markSeen } from "#src/platform/messages.ts";
import { testDatabase } from "#test/database.ts";
import { aMailing, hours, type Mailing, minutes } from "#test/mailing.ts";
import { sweepMail } from "./sweep-store.ts";
import { aSignal, does } from "#test/municipality.ts";

const database = await testDatabase();
/** Half past seven on the Tuesday after the Monday on which everything begins. */
const nextMorning = 20.5 * hours;

const signalOf = ({ testdorp }: Mailing) => aSignal(database, testdorp.bringer);
const answers = ({ testdorp: { owner }, after }: Mailing, id: string, seconds: number) =>
  does(
    database,
    owner,
    id,
    (signal) => answer(signal, owner, { choice: "change", text: "Wij passen het aan", checkpoint: "2026-12-14" }, "2026-11-23", after(seconds)),
    after(seconds),
  );
const replies = ({ testdorp: { colleague }, after }: Mailing, id: string, seconds: number) =>
  does(database, colleague, id, (signal) => reply(signal, colleague, "Bel de bode even", after(seconds)), after(seconds));

test("who is asked hears at once, by one sentence and a link to the first page", async () => {
  const mailing = await aMailing(database);
  const { owner, host } = mailing.testdorp;
  await signalOf(mailing);
  await mailing.run(29);
  expect(mailing.got(owner)).toHaveLength(0);
  await mailing.run(31);
  const [letter] = mailing.got(owner);
  expect(letter!.mail.text!.trim().split("\n")).toEqual([
    "Er staat één ding voor u klaar in Haarvat.",
    "",
    "Kijk wat er klaarstaat:",
    `https://${host}/`,
    "",
    "U krijgt deze mail meteen, omdat iemand u iets vraagt of u antwoord geeft.",
    "",
    "Liever minder mail, of juist meer?",
    "Kies zelf wanneer wij mailen:",
    `https://${host}/me`,
    "",
    "Wat er staat, leest u alleen in Haarvat. In onze mail staat nooit iets over mensen.",
  ]);
  await mailing.run(2 * hours);
  expect(mailing.smtp.arrived).toHaveLength(2);
  expect(await mailing.rows(owner)).toMatchObject([{ kind: "at-once", result: "sent", tries: 1 }]);
});

test("several within ten minutes become one", async () => {
  const mailing = await aMailing(database);
  const { owner } = mailing.testdorp;
  await signalOf(mailing);
  await signalOf(mailing);
  await mailing.run(31);
  expect(mailing.got(owner).map(({ mail }) => mail.text!.split("\n")[0])).toEqual(["Er staan twee dingen voor u klaar in Haarvat."]);
  for (const seconds of [2, 4, 6]) {
    await aSignal(database, mailing.testdorp.bringer, {}, {}, mailing.after(seconds * minutes));
    await mailing.run(seconds * minutes + 31);
  }
  expect(mailing.got(owner)).toHaveLength(1);
  await mailing.run(10 * minutes + 31);
  expect(mailing.got(owner).map(({ mail }) => mail.text!.split("\n")[0])[1]).toBe("Er staan drie dingen voor u klaar in Haarvat.");
  await mailing.run(2 * hours);
  expect(mailing.got(owner)).toHaveLength(2);
});

test("what is not addressed to somebody comes once, the next working day at half past seven, as long as it is unread", async () => {
  const mailing = await aMailing(database);
  const { bringer } = mailing.testdorp;
  const id = await signalOf(mailing);
  await replies(mailing, id, 60);
  await replies(mailing, id, 120);
  await mailing.run(nextMorning - 1);
  expect(mailing.got(bringer)).toHaveLength(0);
  await mailing.run(nextMorning);
  expect(mailing.got(bringer).map(({ mail }) => mail.text!.split("\n")[0])).toEqual(["Er staan twee dingen voor u klaar in Haarvat."]);
  expect(mailing.got(bringer)[0]!.mail.text).toContain("hoogstens één keer per werkdag");
  await mailing.run(nextMorning + 24 * hours);
  expect(mailing.got(bringer)).toHaveLength(1);
});

test("what was read meanwhile is not mailed, and nothing is mailed when nothing is left", async () => {
  const mailing = await aMailing(database);
  const { bringer } = mailing.testdorp;
  await replies(mailing, await signalOf(mailing), 60);
  await mailing.run(120);
  await asActor(database.learning, bringer, mailing.after(200), (room) => markSeen(room));
  await mailing.run(nextMorning);
  expect(mailing.got(bringer)).toHaveLength(0);
  expect(await mailing.rows(bringer)).toMatchObject([{ kind: "digest", result: "nothing-left", tries: 0 }]);
});

test("what was undone within half a minute mails nobody", async () => {
  const mailing = await aMailing(database);
  const { bringer, owner } = mailing.testdorp;
  const id = await signalOf(mailing);
  await answers(mailing, id, 60);
  await does(database, owner, id, (signal, course) => undo(signal, owner, course, mailing.after(80)), mailing.after(80));
  await mailing.run(nextMorning);
  expect(mailing.got(bringer)).toHaveLength(0);
  await answers(mailing, id, nextMorning + 60);
  await mailing.run(nextMorning + 91);
  expect(mailing.got(bringer)).toHaveLength(1);
});

test("a signal that was withdrawn meanwhile is not counted, and that it was is not mailed", async () => {
  const mailing = await aMailing(database);
  const { bringer, colleague, owner } = mailing.testdorp;
  await mailing.becomes(owner, { mail_rhythm: "none" });
  const id = await aSignal(database, bringer, {}, { to: "chosen", readers: [colleague.memberId] });
  mailing.smtp.refuse(mailing.addressOf(colleague), 450);
  await mailing.run(31);
  await does(database, bringer, id, (signal) => withdraw(signal, bringer), mailing.after(120));
  mailing.smtp.refuse(mailing.addressOf(colleague), undefined);
  await mailing.run(nextMorning);
  expect(mailing.got(colleague)).toHaveLength(0);
  expect(await mailing.rows(colleague)).toMatchObject([{ result: "nothing-left", tries: 1 }]);
});

test("whoever left, has no address or wants no e-mail gets none, whatever waited", async () => {
  const mailing = await aMailing(database);
  const { owner, deputy, bringer } = mailing.testdorp;
  const id = await signalOf(mailing);
  await answers(mailing, id, 60);
  await mailing.becomes(owner, { mail_rhythm: "none" });
  await mailing.becomes(deputy, { email: null });
  mailing.smtp.refuse(mailing.addressOf(bringer), 450);
  await mailing.run(120);
  await mailing.becomes(bringer, { ended_at: mailing.after(130) });
  mailing.smtp.refuse(mailing.addressOf(bringer), undefined);
  await mailing.run(nextMorning);
  expect(mailing.smtp.arrived).toEqual([]);
  expect([await mailing.rows(owner), await mailing.rows(deputy)]).toEqual([[], []]);
  expect(await mailing.rows(bringer)).toMatchObject([{ result: "no-address", tries: 1 }]);
});

test("everything goes at once to whoever wants that, in their own language", async () => {
  const mailing = await aMailing(database);
  const { bringer } = mailing.testdorp;
  await mailing.becomes(bringer, { mail_rhythm: "at-once", language: "en" });
  await replies(mailing, await signalOf(mailing), 60);
  await mailing.run(91);
  const [letter] = mailing.got(bringer);
  expect(letter!.mail.subject).toBe("Something is waiting for you");
  expect(letter!.mail.text).toContain("One thing is waiting for you in Haarvat.");
  expect(letter!.mail.text).toContain("because you want to hear of everything at once");
});

test("nobody is mailed about their own deed", async () => {
  const mailing = await aMailing(database);
  const { bringer } = mailing.testdorp;
  await mailing.becomes(bringer, { mail_rhythm: "at-once" });
  await signalOf(mailing);
  await mailing.run(nextMorning);
  expect(mailing.got(bringer)).toHaveLength(0);
});

test("that somebody was mailed is forgotten after ninety days, and what was read or not is not mailed again", async () => {
  const mailing = await aMailing(database);
  const { id, owner } = mailing.testdorp;
  await signalOf(mailing);
  await mailing.run(31);
  const days = 24 * hours;
  expect(await sweepMail(database.gate, id, mailing.after(90 * days))).toBe(0);
  expect(await sweepMail(database.gate, id, mailing.after(91 * days))).toBe(2);
  expect(await mailing.rows(owner)).toEqual([]);
  await aSignal(database, mailing.testdorp.bringer, {}, {}, mailing.after(91 * days));
  await mailing.run(91 * days + 31);
  expect(mailing.got(owner).map(({ mail }) => mail.text!.split("\n")[0])[1]).toBe("Er staat één ding voor u klaar in Haarvat.");
});
