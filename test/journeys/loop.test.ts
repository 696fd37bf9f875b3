import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { becomes, days, type House, openHouse, seconds } from "./house.ts";

let house: House;
beforeAll(async () => { house = await openHouse(); });

const write = async (page: Page, sentence: string) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Schrijf", exact: true }).click();
  await page.getByLabel("Waar liep het vast?").fill(sentence);
};
const share = async (page: Page, audience = "Alle collega’s in de toegang") => {
  await page.getByRole("button", { name: "Verder: lezen zoals collega’s het zien" }).click();
  await page.getByText(audience, { exact: true }).click();
  await page.getByRole("button", { name: "Deel dit" }).click();
  await page.getByText("Wat er gebeurde").or(page.getByRole("list", { name: "Wat er gebeurde" })).first().waitFor();
};
const fold = (page: Page, name: string) => page.locator("details.hv-fold > summary").filter({ hasText: name });
const inMonth = () => new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", day: "numeric", month: "long", year: "numeric" }).format(new Date(house.now().getTime() + 14 * days));

describe.each([["with script", true], ["without script", false]])("the loop, %s", (kind, javaScriptEnabled) => {
  const sentence = `Zonder vast adres neemt de balie geen melding aan, ${kind}.`;
  const options = { javaScriptEnabled, viewport: javaScriptEnabled ? { width: 1280, height: 900 } : { width: 390, height: 844 } };
  let address = "";

  test("a professional writes down where it got stuck and shares it", async () => {
    const page = await house.visit("Amina", options);
    await write(page, sentence);
    await page.getByText("Wmo", { exact: true }).click();
    await page.getByText("idee over een regel").click();
    await share(page);
    address = page.url();
    expect(await page.locator(".hv-said").first().textContent()).toBe(sentence);
    expect(await page.getByText(/Manager toegang antwoordt uiterlijk/).count()).toBe(1);
  });

  test("a colleague of another team thinks along", async () => {
    const page = await house.visit("Lies", options);
    await page.goto(address);
    await page.getByLabel(/Wat zou u doen/).fill("Gebruik het adres van het steunpunt; dat kan gewoon.");
    await page.getByRole("button", { name: "Ik denk mee" }).click();
    await page.getByText("Gebruik het adres van het steunpunt").waitFor();
    await page.getByRole("button", { name: "Hier loop ik ook op vast" }).click();
    expect(await page.getByText("Hier loopt iemand ook op vast").count()).toBe(1);
  });

  test("the owner finds it among what is expected, and answers with a day to look", async () => {
    house.wait(40 * seconds);
    const page = await house.visit("Ruud", options);
    await page.getByRole("link", { name: new RegExp(`Lees en antwoord: ${sentence}`) }).click();
    await page.getByText("Wij veranderen dit").click();
    await page.getByLabel("In gewone woorden, voor wie het bracht").fill("De balie neemt vanaf morgen elke melding aan.");
    await page.getByRole("button", { name: "Antwoord", exact: true }).click();
    expect(await page.getByText("Kies de dag waarop we kijken of het houdt.").count()).toBeGreaterThan(0);
    expect(await page.getByLabel("In gewone woorden, voor wie het bracht").inputValue()).toBe("De balie neemt vanaf morgen elke melding aan.");
    await page.getByLabel("Op welke dag kijken we of het houdt?").first().fill(inMonth());
    await page.getByRole("button", { name: "Antwoord", exact: true }).click();
    await page.getByText("Antwoord: wij veranderen dit").waitFor();
  });

  test("whoever brought it is told, tries it, and at the checkpoint says that it held", async () => {
    house.wait(40 * seconds);
    const page = await house.visit("Amina", options);
    await expect.poll(async () => { await page.goto("/"); return page.locator(".hv-news li").filter({ hasText: sentence }).textContent(); }, { timeout: 6000 }).toContain("Antwoord");
    await page.goto(address);
    await page.getByRole("button", { name: "Wij hebben het geprobeerd" }).click();
    await page.getByText("Geprobeerd", { exact: true }).first().waitFor();
    house.wait(15 * days);
    await becomes(page, "Amina");
    await page.getByRole("link", { name: new RegExp(`Ja, of nee: ${sentence}`) }).click();
    await page.getByRole("button", { name: "Ja, het houdt" }).click();
    await page.getByText("Het houdt stand", { exact: true }).waitFor();
  });

  test("and when it does not after all, one click opens it again", async () => {
    const page = await house.visit("Amina", options);
    await page.goto(address);
    await page.getByRole("button", { name: "Niet opgelost" }).click();
    expect(await page.getByText("Niet opgelost: weer open").count()).toBe(1);
    expect(await page.getByText(/antwoordt uiterlijk/).count()).toBe(1);
    await page.getByRole("button", { name: "Neem terug" }).click();
    await page.getByText("Het houdt stand", { exact: true }).waitFor();
    expect(await page.getByText("Niet opgelost: weer open").count()).toBe(0);
  });

  test("what works is taken up by another team, which says whether it works there", async () => {
    const page = await house.visit("Sanne", options);
    await page.goto("/write?kind=works");
    await page.getByLabel("Wat werkt er?").fill(`Eerst bellen, dan de brief: mensen komen, ${kind}.`);
    await share(page);
    const works = page.url();
    await becomes(page, "Noor");
    await page.goto(works);
    await page.getByRole("button", { name: "Wij nemen dit over" }).click();
    await fold(page, "Bij ons werkte het niet").click();
    await page.getByLabel("Waarom niet?").fill("Onze nummers zijn oud; eerst de nummers.");
    await page.getByRole("button", { name: "Bij ons werkte het niet" }).click();
    await page.getByText("Daar werkte het niet").waitFor();
  });
});

test("an advocate brings a signal for a resident, carries the reply back, and says so", async () => {
  const page = await house.visit("Gerda");
  await write(page, "Zij kreeg een brief die niemand aan tafel begreep.");
  await page.locator("details.hv-fold > summary").filter({ hasText: "Nog meer" }).click();
  await page.getByText("een inwoner", { exact: true }).click();
  await page.getByLabel(/Wat telt voor de inwoner/).fill("Ik wil weten waar ik aan toe ben.");
  await page.getByText("dat is zo gezegd").click();
  await share(page);
  const address = page.url();
  await becomes(page, "Noor");
  await page.goto(address);
  await page.getByLabel(/Wat zou u doen/).fill("Lees de brief samen hardop; wij hebben een versie in gewone taal.");
  await page.getByRole("button", { name: "Ik denk mee" }).click();
  await becomes(page, "Gerda");
  await page.getByRole("link", { name: /Lees en vertel: Zij kreeg een brief/ }).click();
  expect(await page.getByText("Ik wil weten waar ik aan toe ben.").count()).toBe(1);
  await page.getByRole("button", { name: "Ik heb het de inwoner verteld" }).click();
  await page.getByText("Verteld aan de inwoner").waitFor();
  await page.goto("/");
  expect(await page.getByRole("link", { name: /Lees en vertel: Zij kreeg een brief/ }).count()).toBe(0);
});

test("an owner passes on to the alderman, who answers; the term stays the bringer's", async () => {
  const page = await house.visit("Noor");
  await write(page, "Twee potjes, en geen van beide betaalt het vervoer.");
  await page.getByText("schot tussen budgetten").click();
  await share(page);
  const address = page.url();
  const due = await page.getByText(/antwoordt uiterlijk/).textContent();
  await becomes(page, "Ineke");
  await page.goto(address);
  await fold(page, "Geef door").click();
  await page.getByLabel("Aan wie?").selectOption({ label: "wethouder sociaal domein, Bestuur" });
  await page.getByLabel("Wat weet u er al van?").fill("Beide potjes hebben geld over; het vraagt één besluit.");
  await page.getByRole("button", { name: "Geef door", exact: true }).click();
  expect((await page.getByText(/antwoordt uiterlijk/).textContent())?.split("uiterlijk")[1]).toBe(due?.split("uiterlijk")[1]);
  await becomes(page, "Esther");
  await page.getByRole("link", { name: /Lees en antwoord: Twee potjes/ }).click();
  await page.getByText("Nee, want").click();
  await page.getByLabel("In gewone woorden, voor wie het bracht").fill("De raad besluit hier in het voorjaar over; tot dan kan ik dit niet toezeggen.");
  await page.getByRole("button", { name: "Antwoord", exact: true }).click();
  await page.getByText("Nee, met een reden").waitFor();
});

test("a council member sees of what is late the sentence, the team and the date, and cannot go further", async () => {
  const page = await house.visit("Joke");
  await page.getByRole("heading", { name: "Wat te laat beantwoord wordt" }).waitFor();
  const rows = page.locator(".hv-rows li");
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.first().textContent()).toMatch(/wijkteam|Steunpunt|Burgerzaken|Beleid/);
  expect(await rows.locator("a").count()).toBe(0);
});
