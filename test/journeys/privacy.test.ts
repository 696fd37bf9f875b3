import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { days, type House, openHouse } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});

const modes = [
  ["with script", { javaScriptEnabled: true }],
  ["without script", { javaScriptEnabled: false }],
] as const;

const fold = (page: Page, name: string) => page.locator("summary", { hasText: name }).first().click();
const clean = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

describe.each(modes)("the privacy officer, %s,", (_, options) => {
  test("reviews the looks of the week, asks about one, and closes the week", async () => {
    const page = await house.visit("Frank", options);
    await page.getByRole("link", { name: "Privacy" }).click();
    await page.getByRole("link", { name: "Bekijk: Opvallende keren kijken van de week" }).click();
    const row = page.locator(".hv-rows > li", { hasText: "keer dezelfde tekst" }).first();
    expect(await row.textContent()).toContain("Tom Rietdekker keek naar een tekst in de maak van wijkteam Zuid");
    await row.locator("summary").click();
    await row.getByRole("textbox").fill("Was ingevallen voor Noor.");
    await row.getByRole("button", { name: "Nagevraagd" }).click();
    await page.getByText("Was ingevallen voor Noor.").waitFor();
    if (!options.javaScriptEnabled) await page.getByRole("link", { name: "Een week eerder" }).click();
    await page.getByRole("button", { name: "Ik heb deze week bekeken" }).click();
    await page.getByText(/^Deze week is bekeken op .*, door Frank Osinga\.$/).waitFor();
    await page.goto("/privacy");
    await page.getByText(/Voor het laatst bekeken op .*, door Frank Osinga/).waitFor();
  });

  test("finds who looked at one draft, and what a person did, without a name in any address", async () => {
    const page = await house.visit("Frank", options);
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await page.goto("/privacy/week");
    await page.getByRole("link", { name: "keek naar een tekst in de maak van wijkteam Zuid" }).first().click();
    await page.getByRole("heading", { name: "Wie er bij deze tekst was" }).waitFor();
    await page.getByText("Noor Abdi begon aan een tekst in de maak van wijkteam Zuid").waitFor();
    await page.getByRole("link", { name: "Zoek in het logboek" }).click();
    await page.getByLabel("Naam, team of nummer").fill("Rietdekker");
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await page.getByRole("link", { name: "Tom Rietdekker" }).click();
    await page.getByRole("heading", { name: "Wat Tom Rietdekker deed, en wat er met die gegevens gebeurde" }).waitFor();
    expect(addresses.filter((address) => /rietdekker/i.test(address))).toEqual([]);
  });

  test("judges what a colleague shielded and erases it; whoever brought the signal then sees that it is gone", async () => {
    const colleague = await house.visit("Sanne", options);
    await colleague.goto("/signals?state=open");
    await colleague
      .locator(".hv-rows a")
      .nth(options.javaScriptEnabled ? 0 : 1)
      .click();
    const address = colleague.url();
    const sentence = (await colleague.locator(".hv-said").first().textContent())!;
    await colleague
      .getByRole("button", { name: /herkenbaar/ })
      .first()
      .click();
    await colleague.getByText("Deze tekst is afgeschermd: er is iemand in te herkennen.").first().waitFor();

    const page = await house.visit("Frank", options);
    await page.goto("/privacy/shielded");
    await page
      .getByRole("link", { name: /Lees en beslis: de zin/ })
      .first()
      .click();
    expect(await page.locator(".hv-said").textContent()).toBe(sentence);
    await fold(page, "Ja, wis deze tekst");
    await page.getByLabel("Er is iemand in te herkennen").check();
    await page.getByRole("button", { name: "Wis voorgoed" }).click();
    await page.getByRole("heading", { name: "Wat gewist is" }).waitFor();
    await page
      .getByText(/^Deze tekst is gewist op .* Er is iemand in te herkennen\.$/)
      .first()
      .waitFor();
    if (options.javaScriptEnabled) await clean(page);

    await colleague.goto(address);
    await colleague.getByText(/^Deze tekst is gewist op/).waitFor();
    expect(await colleague.content()).not.toContain(sentence);
  });
});

test.each(modes)("what is past its term is previewed, waits for a request under the Woo, and is then destroyed with a declaration, %s", async (_, options) => {
  // The first time a draft is past its term; later what was dealt with over a month ago.
  if (!options.javaScriptEnabled) house.wait(40 * days);
  const page = await house.visit("Frank", options);
  await page.goto("/privacy/keeping");
  await page
    .getByText(/over de termijn, het oudste van/)
    .first()
    .waitFor();
  await fold(page, "Noteer een verzoek");
  await page.getByLabel("Wanneer is het gekregen?").fill("1 november 2026");
  await page.getByLabel("Waar gaat het over?").fill("De aanpak van briefadressen");
  await page.getByRole("button", { name: "Noteer een verzoek" }).click();
  await page.getByText("Er loopt een Woo-verzoek. Zolang dat loopt, gaat er niets weg, ook niet vanzelf.").waitFor();
  expect(await page.getByRole("button", { name: "Vernietig voorgoed" }).count()).toBe(0);
  if (options.javaScriptEnabled) await clean(page);
  await page.getByRole("button", { name: "Dit verzoek is afgehandeld" }).click();
  await page
    .getByLabel(/^Vernietig d/)
    .first()
    .check();
  await page.getByRole("button", { name: "Vernietig voorgoed" }).click();
  await page.getByRole("heading", { name: "Verklaring van vernietiging" }).waitFor();
  await page.getByText("Gemeente Duinrade heeft deze stukken vernietigd").waitFor();
  if (options.javaScriptEnabled) await clean(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("header").isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  await page.goto("/privacy/keeping");
  await page
    .getByRole("link", { name: /door Frank Osinga/ })
    .first()
    .waitFor();
});
