import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { words } from "#src/words/words.ts";
import { becomes, days, type House, openHouse, seconds } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});

const looks = [
  ["with script, in Dutch, light, at a desk", { javaScriptEnabled: true, colorScheme: "light", viewport: { width: 1280, height: 900 } }, "nl"],
  ["without script, in English, dark, on a phone", { javaScriptEnabled: false, colorScheme: "dark", viewport: { width: 390, height: 844 } }, "en"],
] as const;

describe.each(looks)("the loop, %s", (_, options, language) => {
  const w = words[language];
  const { button } = w.deeds;
  const where = options.javaScriptEnabled ? "aan het bureau" : "onderweg op de telefoon";
  const sentence = `Zonder vast adres neemt de balie geen melding aan, ${where}.`;
  let address = "";

  const visit = async (person: string): Promise<Page> => {
    const page = await house.visit(person, options);
    if ((await page.locator("html").getAttribute("lang")) !== language) await page.getByRole("button", { name: words.nl.otherLanguage }).click();
    await page.goto("/");
    return page;
  };
  const isNow = async (page: Page, person: string) => {
    await becomes(page, person);
    if ((await page.locator("html").getAttribute("lang")) !== language) await page.getByRole("button", { name: words.nl.otherLanguage }).click();
  };
  /** Presses a button and waits for the page it leads to: with script a form first asks whether the server can be reached. */
  const press = async (page: Page, name: string) => {
    const arrived = page.waitForEvent("load");
    await page.getByRole("button", { name, exact: true }).click();
    await arrived;
  };
  const fold = (page: Page, name: string) => page.locator("details.hv-fold > summary").filter({ hasText: name }).click();
  const write = async (page: Page, told: string) => {
    await page.getByRole("link", { name: w.write, exact: true }).click();
    await page.getByLabel(w.writing.sentence.stuck).fill(told);
  };
  const share = async (page: Page) => {
    await press(page, w.writing.onward);
    await page.getByText(w.writing.everyone, { exact: true }).click();
    await press(page, w.gate.neighbourNo);
    await page.getByRole("list", { name: w.reading.course }).waitFor();
    return page.url();
  };
  const due = (page: Page, deed: keyof typeof w.overview.do, about: string) => page.getByRole("link", { name: `${w.overview.do[deed]}: ${about}` });
  const inTwoWeeks = () =>
    new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", day: "numeric", month: "long", year: "numeric" }).format(
      new Date(house.now().getTime() + 14 * days),
    );

  test("a professional writes down where it got stuck and shares it", async () => {
    const page = await visit("Amina");
    await write(page, sentence);
    await page.getByText(w.terms.law.wmo, { exact: true }).click();
    await page.getByText(w.terms.snag.belief, { exact: true }).click();
    address = await share(page);
    expect(await page.locator(".hv-said").first().textContent()).toBe(sentence);
    expect(await page.locator(".hv-owes").textContent()).toContain("Manager toegang");
  });

  test("a colleague of another team thinks along", async () => {
    const page = await visit("Lies");
    await page.goto(address);
    await page.getByLabel(w.deeds.replyLabel).fill("Gebruik het adres van het steunpunt; dat kan gewoon.");
    await press(page, button.reply);
    await page.getByText("Gebruik het adres van het steunpunt").waitFor();
    await press(page, button.also);
    expect(await page.getByText(w.reading.fact.also).count()).toBe(1);
  });

  test("the owner finds it among what is expected, and answers with a day to look", async () => {
    house.wait(40 * seconds);
    const page = await visit("Ruud");
    await due(page, "answer", sentence).click();
    await page.getByText(w.terms.choice.change).click();
    await page.getByLabel(w.deeds.answerLabel).fill("De balie neemt vanaf morgen elke melding aan.");
    await press(page, button.answer);
    expect(await page.getByText(w.reading.refusal["checkpoint-missing"]).count()).toBeGreaterThan(0);
    expect(await page.getByLabel(w.deeds.answerLabel).inputValue()).toBe("De balie neemt vanaf morgen elke melding aan.");
    await page.getByLabel(w.deeds.checkpoint).first().fill(inTwoWeeks());
    await press(page, button.answer);
    await page.getByText(`${w.reading.fact.answered}: ${w.terms.choice.change.toLowerCase()}`).waitFor();
  });

  test("whoever brought it is told, tries it, and at the checkpoint says that it held", async () => {
    house.wait(40 * seconds);
    const page = await visit("Amina");
    const news = async () => {
      await page.goto("/");
      return page.locator(".hv-news li").filter({ hasText: sentence }).textContent();
    };
    await expect.poll(news, { timeout: 6000 }).toContain(w.reading.fact.answered);
    await page.goto(address);
    await press(page, button.tried);
    await page.getByText(w.reading.fact.tried, { exact: true }).first().waitFor();
    expect(await page.getByRole("button", { name: button.hold, exact: true }).count()).toBe(0);
    house.wait(15 * days);
    await isNow(page, "Amina");
    await due(page, "checkpoint", sentence).click();
    await press(page, button.hold);
    await page.getByText(w.reading.fact.held, { exact: true }).waitFor();
  });

  test("and when it does not after all, one click opens it again", async () => {
    const page = await visit("Amina");
    await page.goto(address);
    await press(page, button["not-solved"]);
    expect(await page.getByText(w.reading.fact["not-solved"]).count()).toBe(1);
    expect(await page.locator(".hv-owes").count()).toBe(1);
    await press(page, w.reading.undo);
    await page.getByText(w.reading.fact.held, { exact: true }).waitFor();
    expect(await page.getByText(w.reading.fact["not-solved"]).count()).toBe(0);
  });

  test("what works is taken up by another team, which says whether it works there", async () => {
    const page = await visit("Sanne");
    await page.goto("/write?kind=works");
    await page.getByLabel(w.writing.sentence.works).fill(`Eerst bellen, dan de brief: mensen komen, ${where}.`);
    const works = await share(page);
    await isNow(page, "Noor");
    await page.goto(works);
    await press(page, button["take-up"]);
    await fold(page, button["not-here"]);
    await page.getByLabel(w.deeds.notHereWhy).fill("Onze nummers zijn oud; eerst de nummers.");
    await press(page, button["not-here"]);
    await page.getByText(w.reading.fact["not-here"]).waitFor();
  });

  test("an advocate brings a signal for a resident, carries the reply back, and says so", async () => {
    const told = `Zij kreeg een brief die niemand aan tafel begreep, ${where}.`;
    const page = await visit("Gerda");
    await write(page, told);
    await fold(page, w.writing.more);
    await page.getByText(w.terms.voice.resident, { exact: true }).click();
    await page.getByLabel(w.writing.matters).fill("Ik wil weten waar ik aan toe ben.");
    await page.getByText(w.terms.source.said).click();
    const brought = await share(page);
    await isNow(page, "Noor");
    await page.goto(brought);
    await page.getByLabel(w.deeds.replyLabel).fill("Lees de brief samen hardop; wij hebben een versie in gewone taal.");
    await press(page, button.reply);
    await isNow(page, "Gerda");
    await page.goto("/");
    await due(page, "tell", told).click();
    expect(await page.getByText("Ik wil weten waar ik aan toe ben.").count()).toBe(1);
    await press(page, button.told);
    await page.getByText(w.reading.fact.told).waitFor();
    await page.goto("/");
    expect(await due(page, "tell", told).count()).toBe(0);
  });

  test("an owner passes on to the alderman, who answers; the term stays the bringer's", async () => {
    const told = `Twee potjes, en geen van beide betaalt het vervoer, ${where}.`;
    const page = await visit("Noor");
    await write(page, told);
    await page.getByText(w.terms.snag.budget).click();
    const brought = await share(page);
    const term = () => page.locator(".hv-owes .hv-when").textContent();
    const before = await term();
    await isNow(page, "Ineke");
    await page.goto(brought);
    await fold(page, button["pass-on"]);
    await page.getByLabel(w.deeds.to).selectOption({ label: "wethouder sociaal domein, Bestuur" });
    await page.getByLabel(w.deeds.learnt).fill("Beide potjes hebben geld over; het vraagt één besluit.");
    await press(page, button["pass-on"]);
    expect(await term()).toBe(before);
    await isNow(page, "Esther");
    await page.goto("/");
    await due(page, "answer", told).click();
    await page.getByText(w.terms.choice["no-because"]).click();
    await page.getByLabel(w.deeds.answerLabel).fill("De raad besluit hier in het voorjaar over; tot dan kan ik dit niet toezeggen.");
    await press(page, button.answer);
    await page.getByText(w.reading.fact.refused).first().waitFor();
  });

  test("a council member sees of what is late the sentence, the team and the date, and cannot go further", async () => {
    const page = await visit("Joke");
    await page.getByRole("heading", { name: w.overview.overdueTitle }).waitFor();
    const rows = page.locator(".hv-rows li");
    expect(await rows.count()).toBeGreaterThan(0);
    expect(await rows.first().textContent()).toMatch(/wijkteam|Steunpunt|Burgerzaken|Beleid/);
    expect(await rows.locator("a").count()).toBe(0);
    expect((await page.goto(address))?.status()).toBe(404);
  });

  test("what nobody is named for comes to the learning coach, who puts it before somebody", async () => {
    const told = `Wij praten over hem en nooit met hem, ${where}.`;
    const page = await visit("Tom");
    await write(page, told);
    await page.getByText(w.terms.snag.view, { exact: true }).click();
    const brought = await share(page);
    house.wait(6 * days);
    await house.restart();
    await isNow(page, "Fatima");
    await expect
      .poll(
        async () => {
          await page.goto("/");
          return due(page, "route", told).count();
        },
        { timeout: 10_000, interval: 500 },
      )
      .toBe(1);
    await page.goto(brought);
    await page.getByLabel(w.deeds.to).selectOption({ label: "manager toegang, Beleid en inkoop" });
    await press(page, button.route);
    expect(await page.locator(".hv-owes").textContent()).toContain("Manager toegang");
  });
});
