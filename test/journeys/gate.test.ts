import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { becomes, type House, openHouse } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});

const sentence = "Waar liep het vast?";
const told = "Mevrouw Yildiz kreeg geen hulp. Wij gebruiken Wolkenveld.";
const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  );

async function toRelease(page: Page, text: string) {
  await page.goto("/write");
  await page.getByLabel(sentence).fill(text);
  await page.getByRole("button", { name: "Verder: lezen zoals collega’s het zien" }).click();
  await page.getByRole("heading", { name: "Zo lezen collega’s het" }).waitFor();
}

test("after a pause in typing the words that lead to somebody stand below the text; one leads to its place, and Enter puts another word there", async () => {
  const page = await house.visit("Amina");
  await page.goto("/write");
  const field = page.getByLabel(sentence);
  await field.pressSequentially(told);
  const name = page.getByRole("button", { name: /^Ga in uw tekst naar: .*Yildiz$/ });
  await name.waitFor();
  expect(await page.getByText("Moet eruit voordat u deelt").count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  await name.press("Enter");
  await page.keyboard.press("Enter");
  expect(await field.inputValue()).toMatch(/\[naam 1\] kreeg geen hulp/);
  await page.getByText("Moet eruit voordat u deelt").waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  expect(await field.inputValue()).toBe(told);
});

test("a role is put at the cursor with one tap", async () => {
  const page = await house.visit("Amina");
  await page.goto("/write");
  const field = page.getByLabel(sentence);
  await field.fill("De  kreeg geen hulp.");
  await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 3));
  await page.getByRole("button", { name: "buurman" }).click();
  expect(await field.inputValue()).toBe("De buurman kreeg geen hulp.");
});

test("doubtful words are asked once each, by one key; what was answered is not asked again, also after the text changed", async () => {
  const page = await house.visit("Noor");
  await toRelease(page, "Wij gebruiken Wolkenveld of Tafelrond, maar Tafelrond is oud.");
  const asked = page.locator(".hv-questions > fieldset");
  const count = await asked.count();
  expect(count).toBeGreaterThan(1);
  expect(await asked.filter({ hasText: "Tafelrond" }).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  await asked.first().locator("input").first().focus();
  for (let nth = 0; nth < count; nth += 1) await page.keyboard.press("n");
  const answered = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await answered;
  expect(await asked.count()).toBe(0);
  await page.getByRole("link", { name: "Terug naar schrijven" }).click();
  await page.getByLabel(sentence).fill("Wij gebruiken nu weer Tafelrond, en soms Kruimelpad.");
  await page.getByRole("button", { name: "Verder: lezen zoals collega’s het zien" }).click();
  await page.getByRole("heading", { name: "Zo lezen collega’s het" }).waitFor();
  expect(await asked.allTextContents()).toEqual([expect.stringContaining("Kruimelpad")]);
});

test("without script the same form asks, replaces what is a person, and shares", async () => {
  const page = await house.visit("Jeroen", { javaScriptEnabled: false });
  await toRelease(page, "Wij gebruiken Wolkenveld of Tafelrond.");
  await page.getByText("Mijn team").click();
  await page.getByRole("button", { name: "Nee, deel dit" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("vink aan dat u alles hebt nagekeken");
  await page.locator("fieldset", { hasText: "Wolkenveld" }).getByText("Ja, vervang").click();
  await page.locator("fieldset", { hasText: "Tafelrond" }).getByText("Nee", { exact: true }).click();
  await page.getByRole("button", { name: "Nee, deel dit" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("is vervangen");
  expect(await page.locator(".hv-said").first().textContent()).toMatch(/^Wij gebruiken \[[^\]]+\] of Tafelrond\.$/);
  await page.getByText("Mijn team").click();
  await page.getByRole("button", { name: "Nee, deel dit" }).click();
  await page.getByRole("list", { name: "Wat er gebeurde" }).waitFor();
});

test("who would perhaps be recognised is first thought about; a colleague of the team reads along and says by which words", async () => {
  const page = await house.visit("Sanne");
  await toRelease(page, "De molenaar van het dorp zorgt alleen voor zijn dochter met epilepsie.");
  await page.getByText("Samen kan dit één iemand zijn").waitFor();
  await page.getByText("Mijn team", { exact: true }).click();
  await page.getByRole("button", { name: "Misschien" }).click();
  await page.getByText("Laat de plaats, de straat of de school weg.").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Wie leest mee?").selectOption({ label: (await page.locator("#reader option", { hasText: "Lies" }).textContent())! });
  await page.getByRole("button", { name: "Vraag om mee te lezen" }).click();
  await page.getByText("Er is nog geen antwoord").waitFor();
  await becomes(page, "Lies");
  await page.getByRole("link", { name: /vraagt u om mee te lezen/ }).click();
  await page.getByRole("link", { name: /^De molenaar/ }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Iemand is herkenbaar" }).click();
  await page.getByText("Schrijf op welke woorden naar iemand leiden.").first().waitFor();
  await page.getByLabel("Door welke woorden?").fill("molenaar van het dorp");
  await page.getByRole("button", { name: "Iemand is herkenbaar" }).click();
  await page.getByText("Wie dit schrijft, ziet uw antwoord.").waitFor();
  await becomes(page, "Sanne");
  await page.goto("/drafts");
  await page.getByText("meegelezen: iemand is herkenbaar").waitFor();
  await page.getByRole("link", { name: /^De molenaar/ }).click();
  await page.getByRole("button", { name: "Verder: lezen zoals collega’s het zien" }).click();
  await page.locator(".hv-note", { hasText: "molenaar van het dorp" }).waitFor();
});
