import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type House, logsIn, openHouse, saysWho, seconds } from "./house.ts";

// Coming in at a real provider, in a real browser, and being logged out while one writes.

let house: House;
beforeAll(async () => {
  house = await openHouse({ loggingIn: true });
});

const minutes = 60 * seconds;
const field = (page: Page) => page.getByLabel("Waar liep het vast?");
/** The provider of these tests knows people again by its own cookie; whoever else sits down is asked anew. */
const forgottenThere = (page: Page) => page.context().clearCookies({ domain: "127.0.0.1" });
const stops = async (page: Page, how = "Stop") => {
  await page.locator(".hv-menu summary").click();
  await page.getByRole("button", { name: how, exact: true }).click();
};

test.each([true, false])("one logs in with the account of one's work, and logs out there too (script: %s)", async (javaScriptEnabled) => {
  const page = await house.visit("Amina", { javaScriptEnabled });
  await page.getByText("Wmo-consulent").first().waitFor();
  await stops(page);
  await page.getByRole("button", { name: "Ja, log uit" }).click();
  await page.getByRole("heading", { name: "U bent uitgelogd" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/left");
  await page.goto("/drafts");
  await page.getByRole("heading", { name: "Haarvat van Duinrade" }).waitFor();
  await page.getByRole("link", { name: "Log in" }).click();
  await saysWho(page, "Amina");
  await page.getByRole("heading", { name: "In de maak" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/drafts");
});

test("who is logged out while writing logs in again in another window, and the text is saved as it stands", async () => {
  const page = await house.visit("Jeroen");
  await page.goto("/write");
  await field(page).fill("Het gezin kreeg drie plannen.");
  await page.getByText(/Bewaard om/).waitFor();
  house.wait(16 * minutes);
  await field(page).fill("Het gezin kreeg drie plannen van drie mensen.");
  await page.getByText("U bent uitgelogd. Uw tekst staat hier nog").waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  const [window] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: "Log in, in een nieuw venster" }).click()]);
  await window.getByRole("heading", { name: "U bent er weer" }).waitFor();
  await page.getByText(/Bewaard om/).waitFor();
  expect(await field(page).inputValue()).toBe("Het gezin kreeg drie plannen van drie mensen.");
  await page.getByRole("button", { name: "Bewaar voor later" }).click();
  await page.getByRole("link", { name: "Het gezin kreeg drie plannen van drie mensen." }).waitFor();
  await page.goto("/kept");
  await page.getByText("Er wacht niets meer op u.").waitFor();
});

test("somebody else who logs in on that screen sees nothing of the text; its writer finds it again", async () => {
  const page = await house.visit("Hatice");
  await page.goto("/write");
  await field(page).fill("De regeling stopte.");
  await page.getByText(/Bewaard om/).waitFor();
  house.wait(16 * minutes);
  await field(page).fill("De regeling stopte om een boete die er niet was.");
  await page.getByText("U bent uitgelogd. Uw tekst staat hier nog").waitFor();
  await forgottenThere(page);
  const [window] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: "Log in, in een nieuw venster" }).click()]);
  await saysWho(window, "Tom");
  await window.getByRole("heading", { name: "U bent er weer" }).waitFor();
  await page.waitForURL("**/");
  for (const path of ["/", "/kept", "/drafts"]) {
    await page.goto(path);
    expect(await page.getByText("om een boete").count()).toBe(0);
  }
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await forgottenThere(page);
  await page.context().clearCookies({ domain: "localhost" });
  await logsIn(page, "Hatice");
  await page.getByRole("heading", { name: "Dit wilde u nog versturen" }).waitFor();
  expect(await page.getByLabel("Uw zin").inputValue()).toBe("De regeling stopte om een boete die er niet was.");
  await page.getByRole("button", { name: "Verstuur alsnog" }).click();
  await page.getByRole("link", { name: "De regeling stopte om een boete die er niet was." }).waitFor();
});

test.each([true, false])(
  "a reply that comes after the session ended is kept, shown again and sent on by one button (script: %s)",
  async (javaScriptEnabled) => {
    const page = await house.visit("Noor", { javaScriptEnabled });
    await page.goto("/signals?state=open");
    await page.locator(".hv-rows a").first().click();
    const address = page.url();
    const words = `Wij belden eerst met de balie, ${javaScriptEnabled ? "en dat hielp" : "en dat duurde kort"}.`;
    await page.locator("textarea[name=text]").first().fill(words);
    house.wait(16 * minutes);
    await page
      .locator("form", { has: page.locator("textarea[name=text]") })
      .first()
      .locator("button")
      .first()
      .click();
    await page.getByRole("heading", { name: "U was even weg" }).waitFor();
    expect(await page.getByText(words).count()).toBe(0);
    await page.getByRole("link", { name: "Log in" }).click();
    await page.getByRole("heading", { name: "Dit wilde u nog versturen" }).waitFor();
    expect(await page.getByLabel("Uw tekst").inputValue()).toBe(words);
    expect(page.url()).not.toContain("balie");
    await page.getByRole("button", { name: "Verstuur alsnog" }).click();
    // What was kept shows the same words: only the address says that one has arrived.
    await page.waitForURL(address);
    await page.getByText(words).waitFor();
    await page.goto("/kept");
    await page.getByText("Er wacht niets meer op u.").waitFor();
  },
);

test.each([true, false])("two tabs: who stops in one is out in both, and what stood in the other is kept (script: %s)", async (javaScriptEnabled) => {
  const page = await house.visit("Mehmet", { javaScriptEnabled });
  await page.goto("/write");
  const other = await page.context().newPage();
  await other.goto("/");
  await field(page).fill("Hij levert elke maand hetzelfde in.");
  if (javaScriptEnabled) await page.getByText(/Bewaard om/).waitFor();
  await stops(other);
  await field(page).fill("Hij levert elke maand hetzelfde in, en belt dan.");
  if (javaScriptEnabled) await page.getByText("U bent uitgelogd. Uw tekst staat hier nog").waitFor();
  else await page.getByRole("button", { name: "Bewaar voor later" }).click();
  await forgottenThere(other);
  await logsIn(other, "Mehmet");
  await other.getByRole("heading", { name: "Dit wilde u nog versturen" }).waitFor();
  expect(await other.getByLabel("Uw zin").inputValue()).toBe("Hij levert elke maand hetzelfde in, en belt dan.");
});

test("stopping on all devices ends the session on the other one as well", async () => {
  const [one, two] = [await house.visit("Lies"), await house.visit("Lies")];
  await stops(one, "Log uit op alle apparaten");
  await two.goto("/signals");
  await two.getByRole("heading", { name: "Haarvat van Duinrade" }).waitFor();
});

test.each([
  ["the network drops", (page: Page) => page.context().setOffline(true), (page: Page) => page.context().setOffline(false)],
  ["the server stops", () => house.stop(), () => house.restart()],
])("when %s, a reply stays on the page and is sent as soon as one presses again", async (what, away, back) => {
  const page = await house.visit("Sanne");
  await page.goto("/signals?state=open");
  await page.locator(".hv-rows a").nth(1).click();
  const words = `Vraag het eerst na, ${what}.`;
  const button = page
    .locator("form", { has: page.locator("textarea[name=text]") })
    .first()
    .locator("button")
    .first();
  await page.locator("textarea[name=text]").first().fill(words);
  await away(page);
  await button.click();
  await page.getByText("Er is nu geen verbinding. Uw tekst staat hier nog.").waitFor();
  expect(await page.locator("textarea[name=text]").first().inputValue()).toBe(words);
  await back(page);
  await button.click();
  await page.locator(".hv-said", { hasText: words }).waitFor();
});

test("a server that restarts while somebody writes costs no letter and no login", async () => {
  const page = await house.visit("Pieter");
  await page.goto("/write");
  await field(page).fill("De aanvraag lag");
  await page.getByText(/Bewaard om/).waitFor();
  await house.stop();
  await field(page).pressSequentially(" drie weken op een bureau.");
  await page.getByText("Uw tekst staat veilig op dit apparaat").waitFor();
  await house.restart();
  await page.getByText(/Bewaard om/).waitFor({ timeout: 15_000 });
  await page.reload();
  expect(await field(page).inputValue()).toBe("De aanvraag lag drie weken op een bureau.");
});
