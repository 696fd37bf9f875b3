import { beforeAll, expect, test } from "vitest";
import { becomes, type House, openHouse } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});

test("what is typed is saved within two seconds, and still there after the tab was closed", async () => {
  const page = await house.visit("Jeroen");
  await page.goto("/write");
  await page.getByLabel("Waar liep het vast?").pressSequentially("Het gezin kreeg drie plannen van drie mensen.");
  const typed = performance.now();
  await page.getByText(/Bewaard om/).waitFor();
  expect(performance.now() - typed).toBeLessThan(2500);
  await page.close();
  const other = await house.visit("Jeroen");
  await other.goto("/drafts");
  await other.getByRole("link", { name: "Het gezin kreeg drie plannen van drie mensen." }).click();
  expect(await other.getByLabel("Waar liep het vast?").inputValue()).toBe("Het gezin kreeg drie plannen van drie mensen.");
});

test("while the server is away the text stays on the device, and goes to the server when it is back", async () => {
  const page = await house.visit("Tom");
  await page.goto("/write");
  const field = page.getByLabel("Waar liep het vast?");
  await field.fill("Op de wachtlijst staan is geen hulp.");
  await page.getByText(/Bewaard om/).waitFor();
  await page.context().setOffline(true);
  await field.fill("Op de wachtlijst staan is geen hulp, zei de vader.");
  await page.getByText("Uw tekst staat veilig op dit apparaat").waitFor();
  await page.context().setOffline(false);
  await expect.poll(() => page.getByText(/Bewaard om/).count(), { timeout: 9000 }).toBe(1);
  await page.goto("/drafts");
  expect(await page.getByText("Op de wachtlijst staan is geen hulp, zei de vader.").count()).toBe(1);
});

test("a first text that never reached the server is there again when somebody starts to write", async () => {
  const page = await house.visit("Sanne");
  await page.goto("/write");
  await page.context().setOffline(true);
  await page.getByLabel("Waar liep het vast?").fill("Het loket gaat dicht als zij van haar werk komt.");
  await page.getByText("Uw tekst staat veilig op dit apparaat").waitFor();
  await page.getByRole("button", { name: "Bewaar voor later" }).click();
  await page.getByText("Uw tekst staat veilig op dit apparaat").waitFor();
  await page.context().setOffline(false);
  await page.goto("/write");
  expect(await page.getByLabel("Waar liep het vast?").inputValue()).toBe("Het loket gaat dicht als zij van haar werk komt.");
  await page.getByText(/Bewaard om/).waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("hv-draft-")))).toEqual([]);
});

test("what one person could not save never turns up with the next who sits down, nor after stopping", async () => {
  const page = await house.visit("Noor");
  await page.goto("/write");
  await page.context().setOffline(true);
  await page.getByLabel("Waar liep het vast?").fill("Dit is van Noor.");
  await page.getByText("Uw tekst staat veilig op dit apparaat").waitFor();
  await page.context().setOffline(false);
  await becomes(page, "Mehmet");
  await page.goto("/write");
  expect(await page.getByLabel("Waar liep het vast?").inputValue()).toBe("");
  await page.getByLabel("Waar liep het vast?").fill("Dit is van Mehmet.");
  await page.locator(".hv-menu summary").click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("heading", { name: "Wie bent u vandaag?" }).waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("a reload finds the text again once it was saved", async () => {
  const page = await house.visit("Noor");
  await page.goto("/write");
  await page.getByLabel("Waar liep het vast?").fill("Na herladen staat dit er nog.");
  await page.getByText(/Bewaard om/).waitFor();
  await page.reload();
  expect(await page.getByLabel("Waar liep het vast?").inputValue()).toBe("Na herladen staat dit er nog.");
});

test("a text that was typed while the server stopped is back in the form after the page is loaded again", async () => {
  const page = await house.visit("Mehmet");
  await page.goto("/write");
  const field = page.getByLabel("Waar liep het vast?");
  await field.fill("Hij levert elke maand dezelfde loonstrook in.");
  await page.getByText(/Bewaard om/).waitFor();
  await page.goto("/drafts");
  await page.getByRole("link", { name: /Hij levert elke maand/ }).click();
  await page.context().setOffline(true);
  await field.fill("Hij levert elke maand dezelfde loonstrook in, en belt dan nog.");
  await page.getByText("Uw tekst staat veilig op dit apparaat").waitFor();
  await house.restart();
  await page.context().setOffline(false);
  await page.reload();
  expect(await field.inputValue()).toBe("Hij levert elke maand dezelfde loonstrook in, en belt dan nog.");
  await page.getByText(/Bewaard om/).waitFor();
});

test.each([true, false])("two tabs on one draft: both texts are shown, nothing is overwritten (script: %s)", async (javaScriptEnabled) => {
  const one = await house.visit("Hatice", { javaScriptEnabled });
  await one.goto("/write");
  await one.getByLabel("Waar liep het vast?").fill("De regeling stopte om een boete.");
  await one.getByRole("button", { name: "Bewaar voor later" }).click();
  await one.getByRole("link", { name: "De regeling stopte om een boete." }).first().click();
  const two = await one.context().newPage();
  await two.goto(one.url());
  await two.getByLabel("Waar liep het vast?").fill("De regeling stopte om een boete van een ander.");
  await two.getByRole("button", { name: "Bewaar voor later" }).click();
  await one.getByLabel("Waar liep het vast?").fill("De regeling stopte om één boete.");
  if (javaScriptEnabled) await one.getByText("Deze tekst veranderde ook ergens anders").waitFor();
  await one.getByRole("button", { name: "Bewaar voor later" }).click();
  await one.getByRole("heading", { name: "Deze tekst veranderde ook ergens anders" }).waitFor();
  expect(await one.locator(".hv-said").allTextContents()).toEqual(["De regeling stopte om één boete.", "De regeling stopte om een boete van een ander."]);
  expect(await one.locator("ins").count()).toBeGreaterThan(0);
  await one.getByRole("button", { name: "Bewaar mijn tekst" }).click();
  await one.getByRole("link", { name: "De regeling stopte om één boete." }).first().waitFor();
  await one.getByRole("link", { name: "De regeling stopte om één boete." }).first().click();
  await one.getByRole("button", { name: "Gooi weg" }).click();
});

test("a member of the team takes a draft over; somebody of another team cannot find it", async () => {
  const page = await house.visit("Sanne");
  await page.goto("/write");
  await page.getByLabel("Waar liep het vast?").fill("Wij vragen twee keer hetzelfde bewijs.");
  await page.getByRole("button", { name: "Bewaar voor later" }).click();
  await page.getByRole("link", { name: "Wij vragen twee keer hetzelfde bewijs." }).click();
  const address = page.url();
  await becomes(page, "Amina");
  expect((await page.goto(address))?.status()).toBe(404);
  await becomes(page, "Lies");
  await page.goto("/drafts");
  await page.getByRole("link", { name: "Wij vragen twee keer hetzelfde bewijs." }).click();
  await page.getByRole("button", { name: "Neem over" }).click();
  expect(await page.getByLabel("Waar liep het vast?").inputValue()).toBe("Wij vragen twee keer hetzelfde bewijs.");
});

test("what was thrown away comes back within half a minute", async () => {
  const page = await house.visit("Noor");
  await page.goto("/write");
  await page.getByLabel("Waar liep het vast?").fill("De brief noemt drie termijnen.");
  await page.getByRole("button", { name: "Bewaar voor later" }).click();
  await page.getByRole("link", { name: "De brief noemt drie termijnen." }).click();
  await page.getByRole("button", { name: "Gooi weg" }).click();
  expect(await page.getByRole("link", { name: "De brief noemt drie termijnen." }).count()).toBe(0);
  await page.getByRole("button", { name: "Haal terug" }).click();
  expect(await page.getByLabel("Waar liep het vast?").inputValue()).toBe("De brief noemt drie termijnen.");
});

test("a text with personal details is not shared until they are gone, by one press", async () => {
  const page = await house.visit("Pieter");
  await page.goto("/write");
  await page.getByLabel("Waar liep het vast?").fill("Bel haar op 06 12345678 of mail haar zus op zus@voorbeeld.nl; 111222333 staat al in het systeem.");
  await page.getByRole("button", { name: "Verder: lezen zoals collega’s het zien" }).click();
  await page.getByRole("heading", { name: "Zo lezen collega’s het" }).waitFor();
  expect(await page.locator("mark").count()).toBe(3);
  expect(await page.getByRole("button", { name: "Nee, deel dit" }).count()).toBe(0);
  await page.getByRole("button", { name: "Vervang alle 3" }).click();
  expect(await page.locator(".hv-said").first().textContent()).toBe(
    "Bel haar op [telefoonnummer] of mail haar zus op [e-mailadres]; [burgerservicenummer] staat al in het systeem.",
  );
  await page.getByText("Mijn team").click();
  await page.getByRole("button", { name: "Deel dit" }).click();
  await page.getByRole("button", { name: "Neem terug" }).click();
  expect(await page.getByLabel("Waar liep het vast?").inputValue()).toContain("[telefoonnummer]");
});

test("one click shields a text in which somebody is recognisable; only its author still reads it", async () => {
  const page = await house.visit("Amina");
  await page.goto("/write");
  await page.getByLabel("Waar liep het vast?").fill("De enige tandarts van het dorp kreeg geen hulp.");
  await page.getByRole("button", { name: "Verder: lezen zoals collega’s het zien" }).click();
  await page.getByText("Alle collega’s in de toegang").click();
  await page.getByRole("button", { name: "Deel dit" }).click();
  const address = page.url();
  await becomes(page, "Tom");
  await page.goto(address);
  await page.getByRole("button", { name: "Hierin is iemand herkenbaar" }).click();
  expect(await page.getByText("De enige tandarts").count()).toBe(0);
  expect(await page.getByText("Deze tekst is afgeschermd").count()).toBe(1);
  await becomes(page, "Amina");
  await page.goto(address);
  expect(await page.getByText("De enige tandarts").count()).toBe(1);
});
