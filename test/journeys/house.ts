import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { seedDemo } from "#src/demo/seed.ts";
import { listen, type Listening } from "#src/main.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { findBrowser } from "../browser.js";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** The demonstration municipality with its real server, a clock that can be set forward, and a real browser. */
export type House = {
  readonly database: TestDatabase;
  readonly address: string;
  readonly wait: (milliseconds: number) => void;
  readonly now: () => Date;
  readonly restart: () => Promise<void>;
  readonly visit: (person: string, options?: BrowserContextOptions) => Promise<Page>;
};

export async function openHouse(): Promise<House> {
  const database = await testDatabase();
  await seedDemo(database, new Date(), () => {});
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const start = (port: number) => listen({ server: database.server, host: "127.0.0.1", port, demo: true, secure: false, clock });
  let listening: Listening = await start(0);
  const { port } = listening;
  const browser: Browser = await chromium.launch({ executablePath: findBrowser()!, args: flags });
  const contexts: Page[] = [];
  afterAll(async () => {
    await browser.close();
    await listening.stop();
  });
  const address = `http://localhost:${port}`;
  return {
    database,
    address,
    wait: (milliseconds) => {
      ahead += milliseconds;
    },
    now: clock,
    restart: async () => {
      await listening.stop();
      listening = await start(port);
    },
    visit: async (person, options = {}) => {
      const page = await (await browser.newContext({ locale: "nl-NL", baseURL: address, ...options })).newPage();
      page.setDefaultTimeout(8000);
      contexts.push(page);
      await becomes(page, person);
      return page;
    },
  };
}

/** Picks a fictitious person, as one does in the demonstration. */
export async function becomes(page: Page, person: string): Promise<void> {
  await page.goto("/who");
  await page.getByRole("button", { name: new RegExp(`^${person}`) }).click();
}

export const seconds = 1000;
export const days = 86_400 * seconds;
