import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { beforeAll, expect, test } from "vitest";
import { becomes, type House, openHouse } from "./house.ts";
import { looks } from "./looks.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});

type Dress = { readonly colorScheme: "light" | "dark"; readonly contrast: "no-preference" | "more"; readonly language: "nl" | "en"; readonly width: number };
const dresses: readonly Dress[] = (["light", "dark"] as const).flatMap((colorScheme) =>
  (["no-preference", "more"] as const).flatMap((contrast) =>
    (["nl", "en"] as const).flatMap((language) => [390, 1280].map((width) => ({ colorScheme, contrast, language, width }))),
  ),
);
// Every page, and every pair of scheme, contrast, language and width, a few per page; all of them in the long run.
const pairs = [0, 7, 9, 14, 3, 12, 5, 10];
const dressesOf = (index: number) => (process.env["TEST_ALL"] ? dresses : [dresses[pairs[index % 8]!]!, dresses[pairs[(index + 3) % 8]!]!]);

test.each(looks.map((look, index) => [look.name, look, index] as const))(
  "axe finds nothing, and nothing sticks out at 320 pixels: %s",
  async (_, look, index) => {
    for (const { colorScheme, contrast, language, width } of dressesOf(index)) {
      const page = await house.visit(look.person, { colorScheme, contrast, viewport: { width, height: 900 } });
      if ((await page.locator("html").getAttribute("lang")) !== language) await page.getByRole("button", { name: /English|Nederlands/ }).click();
      await look.open(page);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.close();
    }
  },
  120_000,
);

test("a signal is written and shared with the keyboard alone, and one always sees where one is", async () => {
  const page = await house.visit("Tom");
  await page.goto("/");
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toBe("Naar de inhoud");
  const reach = async (name: string | RegExp, role: "link" | "button" | "textbox" | "radio" | "checkbox") => {
    const wanted = page.getByRole(role, { name, exact: typeof name === "string" }).first();
    for (let press = 0; press < 90; press += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    expect(await wanted.evaluate((element) => element === document.activeElement)).toBe(true);
    const shown = await wanted.evaluate((element) => [element, element.parentElement!].some((one) => getComputedStyle(one).outlineStyle !== "none"));
    expect(shown).toBe(true);
  };
  await reach("Schrijf", "link");
  await page.keyboard.press("Enter");
  await page.getByLabel("Waar liep het vast?").waitFor();
  await reach("Waar liep het vast?", "textbox");
  await page.keyboard.type("De fietsregeling geldt niet voor wie geen fiets heeft.");
  await reach("Jeugdwet", "checkbox");
  await page.keyboard.press("Space");
  await reach(/^Verder/, "button");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Zo lezen collega’s het" }).waitFor();
  await reach(/Alle collega’s in de toegang/, "radio");
  await page.keyboard.press("Space");
  await reach("Nee, deel dit", "button");
  await page.keyboard.press("Enter");
  await page.getByText("De fietsregeling geldt niet voor wie geen fiets heeft.").waitFor();
  await page.keyboard.press("/");
  expect(await page.locator(":focus").getAttribute("name")).toBe("q");
});

test.each(["/", "/signals", "/write", "/numbers", "signal"])("%s weighs at most 60 kB of page and style, and 30 kB of script", async (path) => {
  const page = await house.visit("Amina");
  if (path === "signal") await page.locator(".hv-due a").first().click();
  else await page.goto(path);
  const body = async (address: string) => gzipSync(Buffer.from(await (await page.request.get(address)).body())).length;
  const [style, script] = await Promise.all([body("/assets/haarvat.css"), body("/assets/haarvat.js")]);
  expect((await body(page.url())) + style).toBeLessThanOrEqual(60 * 1024);
  expect(script).toBeLessThanOrEqual(30 * 1024);
});

test("nothing is asked of anybody else: every request goes to the application itself", async () => {
  const page = await house.visit("Amina");
  const hosts = new Set<string>();
  const refused: string[] = [];
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  for (const path of ["/", "/signals", "/write", "/numbers", "/mandates"]) await page.goto(path);
  expect([...hosts]).toEqual([new URL(house.address).host]);
  expect(refused).toEqual([]);
});

test("somebody with two roles acts in one at a time", async () => {
  const page = await house.visit("Fatima");
  await page.locator(".hv-menu summary").click();
  await page.getByRole("button", { name: "Wissel: professional" }).click();
  expect(await page.getByRole("link", { name: "In de maak" }).count()).toBe(1);
  expect((await page.goto("/signals/import"))?.status()).toBe(404);
  await becomes(page, "Fatima");
  expect((await page.goto("/signals/import"))?.status()).toBe(200);
});
