import { sql } from "kysely";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { pairs, type Part, parts } from "#src/ui/theme/pairs.ts";
import { noTheme, whole } from "#src/ui/theme/theme.ts";
import { ratioOf } from "#src/ui/theme/contrast.ts";
import { type House, openHouse } from "./house.ts";

// Which colours really come to stand on which: every page is painted in a theme in which no two parts have the same colour, and each letter looked at.

let house: House;
const painted = new Map<string, Part>();
beforeAll(async () => {
  house = await openHouse();
  const light: Record<string, string> = {};
  for (const [index, [part, token]] of Object.entries(parts).entries()) {
    // As it is, but for the last digit: still readable, and told apart.
    const own = whole(noTheme).light[token];
    const colour = own.slice(0, 5) + index.toString(16).padStart(2, "0");
    light[token] = colour;
    painted.set(`rgb(${[1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16)).join(", ")})`, part as Part);
  }
  await sql`update organisation.municipality set theme = ${JSON.stringify({ light, dark: {} })}`.execute(house.database.migrator);
});

/** Every colour of letters with the colour behind them, as the browser has them. */
const seen = (page: Page): Promise<{ front: string; back: string; size: number; where: string }[]> =>
  page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const letters = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "");
      if (!letters || !element.checkVisibility() || element.closest("svg")) continue;
      let behind: Element | null = element;
      while (behind && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
      const { color, fontSize } = getComputedStyle(element);
      found.push({
        front: color,
        back: getComputedStyle(behind ?? document.documentElement).backgroundColor,
        size: Number.parseFloat(fontSize),
        where: element.outerHTML.slice(0, 80),
      });
    }
    return found;
  });

const pages: readonly (readonly [person: string, ...paths: string[]])[] = [
  ["Amina", "/", "/signals", "/signals?q=olifant", "/write", "/drafts", "/numbers", "/mandates", "/me", "/nergens"],
  ["Ruud", "/"],
  ["Joke", "/"],
  ["Fatima", "/", "/signals/import"],
  ["Kim", "/", "/members", "/members/invite", "/teams", "/municipality", "/municipality/theme", "/mandates"],
];

test("every pair of colours that letters have on a page is in the list of pairs", async () => {
  const missing = new Set<string>();
  const met = new Set<string>();
  const look = async (page: Page) => {
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    for (const { front, back, where } of await seen(page)) {
      const [one, other] = [painted.get(front), painted.get(back)];
      const listed = pairs.some((pair) => pair.kind === "text" && pair.front === one && pair.back === other);
      met.add(`${one} on ${other}`);
      if (!listed) missing.add(`${one ?? front} on ${other ?? back}: ${where}`);
    }
  };
  for (const [person, ...paths] of pages) {
    const page = await house.visit(person, { colorScheme: "light" });
    for (const path of paths) {
      await page.goto(path);
      await look(page);
    }
    await page.goto("/signals");
    const signal = page.locator(".hv-rows .hv-said a").first();
    if ((await signal.count()) > 0) {
      await signal.click();
      await page.waitForURL(/signals\/[0-9a-f]/);
      await look(page);
    }
    await page.close();
  }
  const jeroen = await house.visit("Jeroen", { colorScheme: "light" });
  await jeroen.goto("/write");
  await jeroen.locator("#sentence").fill("Bel 06 12345678 over de brief.");
  await jeroen.locator("button[value=release]").click();
  await jeroen.locator("mark").first().waitFor();
  await look(jeroen);
  const kim = await house.visit("Kim", { colorScheme: "light" });
  await kim.goto("/members?q=ruud");
  await kim.locator(".hv-rows a").first().click();
  await kim.waitForURL(/members\/[0-9a-f]/);
  await look(kim);
  await kim.goto("/municipality/theme");
  await kim.locator("#light-color-default-color-document").fill("#999999");
  await kim.getByRole("button", { name: "Bewaar" }).click();
  await kim.getByRole("alert").waitFor();
  await look(kim);
  expect([...missing]).toEqual([]);
  expect(met.size).toBeGreaterThan(8);
  for (const pair of met) expect(pair).not.toContain("undefined");
}, 180_000);

test("the colours of this very test can be told apart", () => {
  expect(painted.size).toBe(Object.keys(parts).length);
  expect(ratioOf("#000000", "#ffffff")).toBeCloseTo(21);
});
