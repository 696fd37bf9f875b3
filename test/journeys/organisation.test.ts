import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse } from "./house.ts";

// An administrator at work, in a real browser, with script and without.

let house: House;
beforeAll(async () => {
  house = await openHouse();
});

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const colourOf = async (page: Page) => {
  // The words of a page are there before its stylesheets are.
  await page.waitForLoadState("load");
  return page.evaluate(() => getComputedStyle(document.querySelector(".hv-button:not(.hv-button--plain)")!).backgroundColor);
};

describe.each([true, false])("with script: %s", (javaScriptEnabled) => {
  const as = (person: string) => house.visit(person, { javaScriptEnabled });
  const open = async (page: Page, name: string) => {
    await page.getByRole("link", { name: "Mensen" }).click();
    await page.getByLabel("Zoek op naam").fill(name);
    await press(page, "Toon");
    await page.getByRole("link", { name }).click();
  };

  test("a team is added, and somebody is invited into it: who sees the code once", async () => {
    const team = javaScriptEnabled ? "Team Haven" : "Team Haven en strand";
    const page = await as("Kim");
    await page.getByRole("link", { name: "Teams" }).click();
    await press(page, "Voeg een team toe");
    expect(await page.getByRole("alert").textContent()).toContain("Geef het team een naam.");
    await page.getByLabel("Naam").fill(team);
    await page.getByText("Toegang", { exact: true }).last().click();
    await press(page, "Voeg een team toe");
    await page.getByRole("link", { name: team }).waitFor();
    await page.getByRole("link", { name: "Mensen" }).click();
    await page.getByRole("link", { name: "Nodig iemand uit" }).click();
    await page.getByLabel("Naam").fill("Sjoerd de Vries");
    await page.getByLabel("Werk", { exact: true }).fill("consulent");
    await page.getByLabel("E-mailadres").fill("sjoerd");
    await page.getByText("professional", { exact: true }).click();
    await page.getByLabel("Team").selectOption({ label: team });
    await press(page, "Verstuur de uitnodiging");
    expect(await page.getByRole("alert").textContent()).toContain("zoals naam@gemeente.nl");
    expect(await page.getByLabel("Naam").inputValue()).toBe("Sjoerd de Vries");
    await page.getByLabel("E-mailadres").fill(`sjoerd.${javaScriptEnabled}@voorbeeld.nl`);
    await press(page, "Verstuur de uitnodiging");
    expect(await page.locator("strong").textContent()).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    await page.getByRole("link", { name: "Naar alle mensen" }).click();
    expect(await page.getByText("kan naar binnen tot").count()).toBeGreaterThan(0);
  });

  test("a role that is taken away ends the session that acts in it, at the next page", async () => {
    const [kim, fatima] = [await as("Kim"), await as("Fatima")];
    // In the second run the role is her second one: it was taken away and given back.
    if (!javaScriptEnabled) await fatima.locator(".hv-menu summary").click();
    if (!javaScriptEnabled) await press(fatima, "Wissel: leercoach");
    expect((await fatima.goto("/signals/import"))?.status()).toBe(200);
    await open(kim, "Fatima el Idrissi");
    await kim.locator("fieldset").filter({ hasText: "Rollen" }).getByText("leercoach", { exact: true }).click();
    await press(kim, "Bewaar");
    await kim.getByText("Bewaard.").waitFor();
    await fatima.goto("/signals/import");
    expect(new URL(fatima.url()).pathname).not.toBe("/signals/import");
    await kim.locator("fieldset").filter({ hasText: "Rollen" }).getByText("leercoach", { exact: true }).click();
    await press(kim, "Bewaar");
  });

  test("who is let go is logged out at once, and who answers instead is asked for", async () => {
    const [kim, bas] = [await as("Kim"), await as("Bas")];
    await open(kim, "Bas Terwiel");
    await press(kim, "Laat vertrekken");
    await kim.getByText("Werkt hier niet meer sinds").waitFor();
    expect(await kim.getByText("Kies daar iemand anders").count()).toBe(1);
    await bas.goto("/");
    expect(new URL(bas.url()).pathname).toBe("/who");
    expect(await bas.getByRole("button", { name: /^Bas/ }).count()).toBe(0);
    await kim.goto("/");
    expect(await kim.locator("h1").textContent()).toBe("Eén ding wacht op u");
    await kim.goto("/members?left=yes");
    await kim.getByRole("link", { name: "Bas Terwiel" }).click();
    await press(kim, "Haal terug");
    await kim.getByText("Bewaard.").waitFor();
  });

  test("terms are changed, and what is typed stays when it is no number", async () => {
    const page = await as("Kim");
    await page.getByRole("link", { name: "Gemeente" }).click();
    await page.getByLabel("in andere gevallen").fill("acht");
    await press(page, "Bewaar");
    expect(await page.getByLabel("in andere gevallen").inputValue()).toBe("acht");
    await page.getByLabel("in andere gevallen").fill("8");
    await press(page, "Bewaar");
    await page.getByText("Bewaard.").waitFor();
    expect(await page.getByLabel("in andere gevallen").inputValue()).toBe("8");
  });

  test("an unreadable theme is refused with its colours, a readable one is seen by everybody, before login too", async () => {
    const page = await as("Kim");
    await page.goto("/municipality/theme");
    await page.locator("#light-color-default-inverse-bg-default").fill("#e8e8e8");
    await press(page, "Bewaar");
    expect(await page.getByRole("alert").textContent()).toContain("“letters op een knop” (#fcfaf6) op “knop” (#e8e8e8) heeft contrast 1,17; nodig is 4,5.");
    expect(await colourOf(page)).toBe("rgb(33, 29, 24)");
    await page.locator("#light-color-default-inverse-bg-default").fill("darkgreen");
    await press(page, "Bewaar");
    await page.getByText("Bewaard.").waitFor();
    expect(await colourOf(page)).toBe("rgb(0, 100, 0)");
    const amina = await as("Amina");
    await amina.goto("/");
    expect(await colourOf(amina)).toBe("rgb(0, 100, 0)");
    await amina.context().clearCookies();
    await amina.goto("/who");
    const applied = await amina.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--hv-button"));
    expect(applied.trim()).toBe("#006400");
    await press(page, "Terug naar de kleuren van Haarvat");
    await page.getByText("Bewaard.").waitFor();
    expect(await colourOf(page)).toBe("rgb(33, 29, 24)");
  });
});

test("the theme of a municipality in the dark is its own, and the light one stays out of it", async () => {
  const page = await house.visit("Kim", { colorScheme: "dark" });
  await page.goto("/municipality/theme");
  await page.locator("#light-color-default-inverse-bg-default").fill("darkgreen");
  await press(page, "Bewaar");
  await page.getByText("Bewaard.").waitFor();
  expect(await colourOf(page)).toBe("rgb(239, 232, 221)");
  await press(page, "Terug naar de kleuren van Haarvat");
  await page.getByText("Bewaard.").waitFor();
});
