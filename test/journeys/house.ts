import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { seedDemo } from "#src/demo/seed.ts";
import { listen, type Listening } from "#src/main.ts";
import { listenAt } from "#src/main/listening.ts";
import type { LoginSettings } from "#src/platform/settings.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { openIdentityProvider } from "#test/identity-provider.ts";
import { findBrowser } from "../browser.js";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** The demonstration municipality with its real server, a clock that can be set forward, and a real browser; people pick who they are, or log in at a real provider. */
export type House = {
  readonly database: TestDatabase;
  readonly address: string;
  readonly wait: (milliseconds: number) => void;
  readonly now: () => Date;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly visit: (person: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser in which nobody is logged in. */
  readonly outside: (options?: BrowserContextOptions) => Promise<Page>;
};

export async function openHouse({ loggingIn = false } = {}): Promise<House> {
  const database = await testDatabase();
  await seedDemo(database, new Date(), () => {});
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const port = await freePort();
  const login = loggingIn ? await providerFor(database, `http://localhost:${port}`) : undefined;
  const start = () => listen({ server: database.server, host: "127.0.0.1", port, demo: !loggingIn, secure: false, clock, login });
  let listening: Listening = await start();
  const browser: Browser = await chromium.launch({ executablePath: findBrowser()!, args: flags });
  afterAll(async () => {
    await browser.close();
    await listening.stop();
  });
  const address = `http://localhost:${port}`;
  const outside = async (options: BrowserContextOptions = {}) => {
    const page = await (await browser.newContext({ locale: "nl-NL", baseURL: address, ...options })).newPage();
    page.setDefaultTimeout(8000);
    return page;
  };
  return {
    database,
    address,
    wait: (milliseconds) => {
      ahead += milliseconds;
    },
    now: clock,
    restart: async () => {
      await listening.stop();
      listening = await start();
    },
    stop: () => listening.stop(),
    outside,
    visit: async (person, options = {}) => {
      const page = await outside(options);
      await (loggingIn ? logsIn(page, person) : becomes(page, person));
      return page;
    },
  };
}

/** Picks a fictitious person, as one does in the demonstration. */
export async function becomes(page: Page, person: string): Promise<void> {
  await page.goto("/who");
  await page.getByRole("button", { name: new RegExp(`^${person}`) }).click();
}

/** Logs in as somebody at the provider, through the page where one comes in. */
export async function logsIn(page: Page, person: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Log in" }).click();
  await saysWho(page, person);
}

/** On the provider's own page. */
export async function saysWho(page: Page, person: string): Promise<void> {
  await page.getByLabel("Wie bent u?").fill(person.toLowerCase());
  await page.getByRole("button", { name: "Ik ben het" }).click();
}

/** The provider at which everybody of the demonstration has an account under their own first name. */
async function providerFor({ migrator }: TestDatabase, origin: string): Promise<LoginSettings> {
  const { settings } = await openIdentityProvider([origin]);
  await migrator
    .updateTable("organisation.member")
    .set({ issuer: settings.issuer.href.replace(/\/$/, "") })
    .execute();
  return settings;
}

async function freePort(): Promise<number> {
  const { port, close } = await listenAt("127.0.0.1", 0, () => {});
  await close();
  return port;
}

export const seconds = 1000;
export const days = 86_400 * seconds;
