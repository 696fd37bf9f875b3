import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { findSettings } from "#src/me/store.ts";
import { asActor, asJob } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMailing, hours, type Mailing, minutes } from "#test/mailing.ts";
import { aSignal } from "#test/municipality.ts";
import { oldestUnsentMail } from "./send.ts";
import { awaitMail } from "./store.ts";

const database = await testDatabase();
const plain = { secure: false, plain: true };

/** Mails what is due at this moment in a process of its own. */
function inProcess({ smtp, testdorp, after }: Mailing, seconds: number) {
  const task = { server: database.server, mail: smtp.settings, municipalityId: testdorp.id, now: after(seconds) };
  const program = fileURLToPath(new URL("../../../test/mail-process.ts", import.meta.url));
  const hook = new URL("../../../tsx.js", import.meta.url).href;
  return spawn(process.execPath, ["--import", hook, program, JSON.stringify(task)], { stdio: ["ignore", "pipe", "inherit"] });
}
const oldest = ({ testdorp, after }: Mailing, seconds: number) => asJob(database.gate, testdorp.id, after(seconds), oldestUnsentMail);
const asked = async (mailing: Mailing) => {
  await aSignal(database, mailing.testdorp.bringer);
  // The deputy is asked as well; here one receiver is enough.
  await mailing.becomes(mailing.testdorp.deputy, { email: null });
};

test("while the server is away everything waits, and when it is back everybody hears of everything, once", async () => {
  const mailing = await aMailing(database);
  const { owner, deputy, bringer } = mailing.testdorp;
  await mailing.smtp.stop();
  await aSignal(database, bringer);
  await expect(mailing.run(31)).rejects.toMatchObject({ name: "MailAway", code: expect.stringMatching(/^ESOCKET|^ECONN/) });
  // One try was enough to know: the other one was left alone, and for a minute nobody tries.
  expect([...(await mailing.rows(owner)), ...(await mailing.rows(deputy))].map(({ tries }) => tries).sort()).toEqual([0, 1]);
  await mailing.run(60);
  await expect(mailing.run(92)).rejects.toMatchObject({ name: "MailAway" });
  expect(await oldest(mailing, 200)).toEqual(mailing.after(31));
  await aSignal(database, bringer, {}, {}, mailing.after(100));
  await mailing.smtp.comeBack();
  for (const minute of [5, 6, 8, 16, 30]) await mailing.run(minute * minutes);
  expect(mailing.got(owner).map(({ mail }) => mail.text!.split("\n")[0])).toEqual([
    "Er staat één ding voor u klaar in Haarvat.",
    "Er staat één ding voor u klaar in Haarvat.",
  ]);
  expect(await oldest(mailing, hours)).toBeUndefined();
});

test("an address that is refused for good is not tried again; its row stays and its owner sees it", async () => {
  const mailing = await aMailing(database);
  const { owner } = mailing.testdorp;
  await asked(mailing);
  mailing.smtp.refuse(mailing.addressOf(owner), 550);
  for (const seconds of [31, hours, 2 * hours]) await mailing.run(seconds);
  expect(await mailing.rows(owner)).toMatchObject([{ result: "refused", tries: 1 }]);
  expect(mailing.smtp.arrived).toEqual([]);
  expect(await asActor(database.learning, owner, mailing.after(hours), findSettings)).toMatchObject({ arrived: false });
});

test("what one server refuses for now holds up nobody else, and is tried for three days, ever less often", async () => {
  const mailing = await aMailing(database);
  const { owner, deputy, bringer } = mailing.testdorp;
  await aSignal(database, bringer);
  mailing.smtp.refuse(mailing.addressOf(owner), 451);
  await mailing.run(31);
  expect(mailing.got(deputy)).toHaveLength(1);
  for (let minute = 1; minute < 75 * 60; minute += 5) await mailing.run(minute * minutes);
  const [row] = await mailing.rows(owner);
  expect(row).toMatchObject({ result: "given-up" });
  expect(row!.tries).toBeGreaterThan(60);
  expect(row!.tries).toBeLessThan(85);
  // What comes afterwards is tried again.
  mailing.smtp.refuse(mailing.addressOf(owner), undefined);
  await aSignal(database, bringer, {}, {}, mailing.after(80 * hours));
  await mailing.run(80 * hours + 31);
  expect(mailing.got(owner)).toHaveLength(1);
});

test("a kill after the server took an e-mail and before that was marked sends it once more, as the same one", async () => {
  const mailing = await aMailing(database, plain);
  const { owner } = mailing.testdorp;
  await asked(mailing);
  // Told, but not mailed: the server refuses for now.
  mailing.smtp.refuse(mailing.addressOf(owner), 451);
  await mailing.run(31);
  mailing.smtp.refuse(mailing.addressOf(owner), undefined);
  const child = inProcess(mailing, 3 * minutes);
  mailing.smtp.whenIn = () => void child.kill("SIGKILL");
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  mailing.smtp.whenIn = () => {};
  expect(await mailing.rows(owner)).toMatchObject([{ result: null, tries: 2 }]);
  // Another process leaves it alone until the time of the one that was killed is over; what comes meanwhile goes with the next.
  await aSignal(database, mailing.testdorp.bringer, {}, {}, mailing.after(4 * minutes));
  await mailing.run(5 * minutes);
  expect(mailing.got(owner)).toHaveLength(1);
  await mailing.run(8 * minutes);
  await mailing.run(30 * minutes);
  const letters = mailing.got(owner).map(({ mail }) => mail);
  expect(letters).toHaveLength(3);
  expect([letters[1]!.messageId, letters[1]!.text]).toEqual([letters[0]!.messageId, letters[0]!.text]);
  expect(letters[2]!.messageId).not.toBe(letters[0]!.messageId);
});

test("two processes at once send each e-mail once", async () => {
  const mailing = await aMailing(database, plain);
  const people = Object.values(mailing.testdorp).filter((one) => typeof one === "object" && "memberId" in one);
  const { bringer } = mailing.testdorp;
  const readers = people.map(({ memberId }) => memberId).filter((id) => id !== bringer.memberId);
  await aSignal(database, bringer, { kind: "works", snags: [] }, { to: "chosen", readers });
  // Told, but not mailed.
  for (const one of people) mailing.smtp.refuse(mailing.addressOf(one), 451);
  await mailing.run(31);
  for (const one of people) mailing.smtp.refuse(mailing.addressOf(one), undefined);
  // The first is held until a second comes, which only the other process can send: so both are at work.
  const { promise: both, resolve } = Promise.withResolvers<void>();
  mailing.smtp.whenIn = () => {
    if (mailing.smtp.arrived.length === 2) resolve();
    return both;
  };
  const counts = await Promise.all(
    [1, 2].map(async () => {
      const child = inProcess(mailing, 5 * minutes);
      const [out] = await Promise.all([child.stdout.toArray(), once(child, "exit")]);
      return Number(Buffer.concat(out as Buffer[]).toString());
    }),
  );
  expect(counts[0]! + counts[1]!).toBe(readers.length);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  const receivers = mailing.smtp.arrived.flatMap(({ to }) => to);
  expect(receivers.sort()).toEqual(readers.map((id) => `${id}@testdorp.example`).sort());
});

test("a message that is made while an e-mail is being sent goes with the next one", async () => {
  const mailing = await aMailing(database, plain);
  const { owner, bringer } = mailing.testdorp;
  await asked(mailing);
  let again = true;
  mailing.smtp.whenIn = async () => {
    if (!again) return;
    again = false;
    await aSignal(database, bringer, {}, {}, mailing.after(32));
    await mailing.tell(65);
  };
  await mailing.run(31);
  await mailing.run(20 * minutes);
  expect(mailing.got(owner)).toHaveLength(2);
});

test("a message whose transaction ends only after the e-mail was sent is not forgotten", async () => {
  const mailing = await aMailing(database, plain);
  const { owner, id } = mailing.testdorp;
  await asked(mailing);
  let slow: Promise<void> | undefined;
  mailing.smtp.whenIn = async () => {
    const begun = Promise.withResolvers<void>();
    slow ??= asJob(database.gate, id, mailing.after(32), async (room) => {
      const about = { municipality_id: id, member_id: owner.memberId, kind: "answered", why: "asked", position: 9, at: room.now, mail: "at-once" };
      const [signal] = await room.tx.selectFrom("learning.signal").select("id").where("municipality_id", "=", id).execute();
      await room.tx
        .insertInto("organisation.message")
        .values({ ...about, id: v7(), signal_id: signal!.id })
        .execute();
      await awaitMail(room, [{ memberId: owner.memberId, kind: "at-once" }]);
      begun.resolve();
      await pause(300);
    });
    await begun.promise;
    mailing.smtp.whenIn = () => {};
  };
  await mailing.run(31);
  await slow;
  await mailing.run(20 * minutes);
  expect(mailing.got(owner)).toHaveLength(2);
});
