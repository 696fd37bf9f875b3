import { getRequestListener } from "@hono/node-server";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliver } from "#src/gate/deliver/deliver.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { answer } from "#src/learning/signals/answer.ts";
import { reply } from "#src/learning/signals/conversation.ts";
import { listenAt, type Listener } from "#src/main/listening.ts";
import { scripts } from "#test/bad-input/payloads.ts";
import { testDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aDraft, aMunicipality, aSignal, does, type Municipality, now } from "#test/municipality.ts";
import { findBrowser } from "../browser.js";

// Everything people can write is script, and every page one can come to from the first is looked at, on the screen and as it would be printed.

let house: Doors;
let here: Municipality;
let listener: Listener;
let browser: Browser;
const signals: string[] = [];
beforeAll(async () => {
  const database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database, "localhost");
  const { migrator } = database;
  for (const [nth, script] of scripts.entries()) {
    const words = { sentence: script, story: script, matters: script, mattersSource: "said" as const, named: true };
    const id = await aSignal(database, here.bringer, words);
    signals.push(id);
    await does(database, here.colleague, id, (signal) => reply(signal, here.colleague, script, now));
    if (nth % 2)
      await does(database, here.owner, id, (signal) =>
        answer(signal, here.owner, { choice: "no-because", text: script, checkpoint: undefined }, "2026-11-23", now),
      );
  }
  for (const script of scripts.slice(0, 12)) await aDraft(database, here.bringer, { sentence: script, story: script, matters: script });
  // What the privacy officer reads and wrote.
  await migrator.updateTable("learning.text").set({ shielded: true }).where("signal_id", "in", signals.slice(0, 5)).execute();
  const own = { municipality_id: here.id, id: crypto.randomUUID() };
  await migrator
    .insertInto("organisation.woo_request")
    .values({ ...own, received_on: "2026-11-20", about: scripts[0]!, noted_by: here.privacy.memberId })
    .execute();
  await migrator
    .insertInto("organisation.retention")
    .values({ municipality_id: here.id, kind: "signal", months: 70, reason: scripts[1]!, changed_at: now, changed_by: here.privacy.memberId })
    .execute();
  await migrator
    .insertInto("trail.review")
    .values({ ...own, week: "2026-11-16", verdict: "week-done", note: scripts[2]!, at: now, by_member: here.privacy.memberId })
    .execute();
  await deliver(database.gate, here.id, new Date(now.getTime() + 60_000));
  // Names are written by people as well.
  const members = await migrator.selectFrom("organisation.member").select("id").where("municipality_id", "=", here.id).execute();
  for (const [nth, { id }] of members.entries())
    await migrator
      .updateTable("organisation.member")
      .set({ name: scripts[nth * 2]!, title: scripts[nth * 2 + 1]! })
      .where("id", "=", id)
      .execute();
  for (const [nth, id] of Object.values(here.teams).entries())
    await migrator
      .updateTable("organisation.team")
      .set({ name: scripts[nth * 3]! })
      .where("id", "=", id)
      .execute();
  await migrator.updateTable("organisation.municipality").set({ name: scripts[15]! }).where("id", "=", here.id).execute();
  listener = await listenAt("127.0.0.1", 0, getRequestListener(house.app.fetch, { overrideGlobalObjects: false }));
  browser = await chromium.launch({
    executablePath: findBrowser()!,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
});
afterAll(async () => {
  await browser.close();
  await listener.close();
});

/** Somebody's browser, with everything that happened in it and should not. */
async function visitAs(actor: Actor, media: "screen" | "print"): Promise<{ page: Page; happened: string[] }> {
  const happened: string[] = [];
  const context = await browser.newContext({ baseURL: `http://localhost:${listener.port}` });
  const [name, value] = (await house.as(actor, here.host)).cookie.split("=") as [string, string];
  await context.addCookies([{ name, value, domain: "localhost", path: "/" }]);
  const page = await context.newPage();
  const tell = (what: string) => void happened.push(`${new URL(page.url()).pathname}: ${what}`);
  await page.exposeFunction("ran", () => tell("script ran"));
  await page.exposeFunction("forbidden", tell);
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) =>
      (globalThis as unknown as { forbidden: (what: string) => void }).forbidden(`${violatedDirective} ${sample}`),
    ),
  );
  page.on("dialog", (dialog) => {
    tell(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => message.type() === "error" && !message.text().includes("Failed to load resource") && tell(message.text()));
  page.on("pageerror", (error) => tell(error.message));
  page.on("request", (request) => !request.url().startsWith(`http://localhost:${listener.port}/`) && tell(`asked for ${request.url()}`));
  await page.emulateMedia({ media });
  return { page, happened };
}

/** What only words of people could have brought into a page of ours. */
const strange =
  "script:not([src^='/assets/']), img, iframe, object, embed, video, audio, style, base, meta[http-equiv], template, math, marquee, [onload], [onerror], [onfocus], [onclick], [onbegin], a[href^='java'], a[href^='data']";

/** Goes to a page and says which others it leads to. */
async function look(page: Page, path: string, happened: string[]): Promise<string[]> {
  const answer = await page.goto(path).catch(() => undefined);
  if (!answer?.headers()["content-type"]?.startsWith("text/html")) return [];
  const found = await page.evaluate(
    (selector) => ({
      odd: [...document.querySelectorAll(selector)].map((one) => one.outerHTML.slice(0, 80)),
      links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")!),
    }),
    strange,
  );
  happened.push(...found.odd.map((odd) => `${path}: ${odd}`));
  if (answer.status() >= 500) happened.push(`${path}: ${answer.status()}`);
  return found.links.filter((link) => link.startsWith("/") && !link.startsWith("//")).map((link) => link.replace(/#.*/, ""));
}

test("what would run is seen: the browser forbids it, and the watch says so", async () => {
  const { page, happened } = await visitAs(here.colleague, "screen");
  await look(page, "/", happened);
  expect(happened).toEqual([]);
  await page.evaluate(() => document.querySelector("main")!.insertAdjacentHTML("beforeend", "<img src=x onerror=ran()><a href=javascript:ran()>hier</a>"));
  await page.locator("main > a[href^=java]").click();
  await expect.poll(() => happened.join(" ")).toMatch(/script-src-attr[\s\S]*script-src-elem/);
  await page.context().close();
});

test.each([
  ["bringer", "screen"],
  ["facilitator", "screen"],
  ["owner", "print"],
  ["council", "screen"],
  ["privacy", "print"],
  ["administrator", "screen"],
] as const)("nothing that people wrote runs in front of the %s, on %s", async (who, media) => {
  const { page, happened } = await visitAs(here[who], media);
  const ways = new Map<string, number>();
  const left = ["/", ...(who === "bringer" ? signals.map((id) => `/signals/${id}`) : []), `/signals?q=${encodeURIComponent(scripts[0]!)}`];
  const seen = new Set<string>();
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    const way = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id").replace(/=[^&]*/g, "");
    const often = ways.get(way) ?? 0;
    if (seen.has(path) || (often >= 2 && !(who === "bringer" && way === "/signals/:id"))) continue;
    seen.add(path);
    ways.set(way, often + 1);
    left.push(...(await look(page, path, happened)));
  }
  await page.context().close();
  expect(happened).toEqual([]);
  expect(seen.size).toBeGreaterThan(3);
  expect(house.errors).toEqual([]);
});
