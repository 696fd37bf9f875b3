import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { asJob } from "#src/platform/database.ts";
import { invite } from "#src/platform/invitation/store.ts";
import { type House, openHouse, seconds } from "./house.ts";

// The pages around logging in, each in its states, as axe reads them.

let house: House;
beforeAll(async () => {
  house = await openHouse({ loggingIn: true });
});

/** Who is invited, and the code. */
async function invited(): Promise<{ id: string; code: string }> {
  const { migrator } = house.database;
  const team = await migrator.selectFrom("organisation.team").selectAll().where("kind", "=", "access").executeTakeFirstOrThrow();
  const wished = { email: "iris@voorbeeld.nl", name: "Iris", title: "jeugdconsulent", roles: ["professional"] as const, teamId: team.id };
  return asJob(migrator, team.municipality_id, house.now(), (room) => invite(room, wished));
}
const types = async (page: Page, code?: string) => {
  const invitation = await invited();
  await page.goto(`/invitation/${invitation.id}`);
  await page.locator("#code").fill(code ?? invitation.code);
  await page.getByRole("button", { name: "Verder" }).click();
};
const sendsLate = async (page: Page) => {
  await page.goto("/write");
  await page.locator("#sentence").fill("Zij moest drie keer bellen voor zij iemand sprak.");
  await page.getByText(/Bewaard om/).waitFor();
  await page.goto("/signals?state=open");
  await page.locator(".hv-rows a").first().click();
  await page.locator("textarea[name=text]").first().fill("Wij belden eerst met de balie, en dat hielp.");
  house.wait(16 * 60 * seconds);
  await page
    .locator("form", { has: page.locator("textarea[name=text]") })
    .first()
    .locator("button")
    .first()
    .click();
};

const looks: Record<string, { open: (page: Page) => Promise<unknown>; heading: string }> = {
  "coming in": { open: (page) => page.goto("/"), heading: "Haarvat van Duinrade" },
  "not known here": { open: (page) => page.goto("/welcome?said=unknown&back=%2F"), heading: "Wij kennen u hier nog niet" },
  "not in this time": { open: (page) => page.goto("/welcome?said=refused&back=%2F"), heading: "Inloggen lukte nu niet" },
  "a stronger way": { open: (page) => page.goto("/welcome?said=stronger&back=%2F"), heading: "Hier is een sterkere manier van inloggen nodig" },
  "who left": { open: (page) => page.goto("/welcome?said=left&back=%2F"), heading: "Uw plek hier is gestopt" },
  "the provider is away": { open: (page) => page.goto("/welcome?said=away&back=%2F"), heading: "De inlogdienst is even niet te bereiken" },
  "logged out": { open: (page) => page.goto("/left"), heading: "U bent uitgelogd" },
  invited: { open: async (page) => page.goto(`/invitation/${(await invited()).id}`), heading: "U bent uitgenodigd" },
  "invited, another code": { open: (page) => types(page, "0000-0000-0000-0000"), heading: "U bent uitgenodigd" },
  "invited, to accept": { open: (page) => types(page), heading: "Welkom, Iris" },
};
const within: typeof looks = {
  "back again": { open: (page) => page.goto("/again"), heading: "U bent er weer" },
  "too late": { open: sendsLate, heading: "U was even weg" },
  "what was kept": {
    open: async (page) => {
      await sendsLate(page);
      await page.getByRole("link", { name: "Log in" }).click();
    },
    heading: "Dit wilde u nog versturen",
  },
};

const dresses: readonly BrowserContextOptions[] = [
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 860 }, colorScheme: "light", contrast: "more" },
];

async function isGood(page: Page, { open, heading }: (typeof looks)[string], picture: string): Promise<void> {
  await open(page);
  await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect([picture, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)]).toEqual([picture, []]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect([picture, await page.evaluate(() => document.documentElement.scrollWidth <= 320)]).toEqual([picture, true]);
}

test.each(Object.keys(looks))("axe finds nothing, and nothing sticks out at 320 pixels: %s", async (name) => {
  for (const dress of dresses) await isGood(await house.outside(dress), looks[name]!, `${name} ${dress.colorScheme}`);
});

test.each(Object.keys(within))("axe finds nothing, and nothing sticks out at 320 pixels, for who is in: %s", async (name) => {
  for (const dress of dresses) await isGood(await house.visit("Noor", dress), within[name]!, `${name} ${dress.colorScheme}`);
});
