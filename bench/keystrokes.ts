import { chromium, type Locator, type Page } from "playwright-core";
import { seedDemo } from "#src/demo/seed.ts";
import { listen } from "#src/main.ts";
import { open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { findBrowser } from "#test/browser.js";

// The keystroke-level model (Card, Moran and Newell 1980), with the seconds this project uses: a press is the button down and up, 0.1 each.
// Typing the story itself is not counted.
const seconds = { keystroke: 0.28, point: 1.1, press: 0.2, hands: 0.4, think: 1.35 } as const;

/** One recorded journey: what a practised person spends on the system, and how much of it is waiting. */
export type Tax = { readonly journey: string; readonly seconds: number; readonly waiting: number; readonly deeds: string; readonly target: number };

class Recorder {
  readonly counted = { keystroke: 0, point: 0, press: 0, hands: 0, think: 0 };
  waiting = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Decides, points and presses; then waits until `shows` is there. */
  async click(target: Locator, shows?: Locator): Promise<void> {
    Object.assign(this.counted, { think: this.counted.think + 1, point: this.counted.point + 1, press: this.counted.press + 1 });
    const began = performance.now();
    await target.click();
    if (!shows) return;
    await shows.waitFor();
    this.waiting += (performance.now() - began) / 1000;
  }

  /** Puts the cursor in a field and moves the hands to the keys and back; the words are the writer's own. */
  async write(field: Locator, words: string): Promise<void> {
    Object.assign(this.counted, { point: this.counted.point + 1, press: this.counted.press + 1, hands: this.counted.hands + 2 });
    await field.click();
    await field.fill(words);
  }

  /** Looks at something and judges it. */
  look(times: number): void {
    this.counted.think += times;
  }

  tax(journey: string, target: number): Tax {
    const operators = Object.entries(this.counted) as [keyof typeof seconds, number][];
    const total = operators.reduce((sum, [operator, count]) => sum + count * seconds[operator], this.waiting);
    return {
      journey,
      seconds: total,
      waiting: this.waiting,
      deeds: operators
        .filter(([, count]) => count > 0)
        .map(([operator, count]) => `${count} × ${operator}`)
        .join(", "),
      target,
    };
  }
}

const marks = [
  "06 12345678",
  "020-1234567",
  "+31 6 87654321",
  "zus@voorbeeld.nl",
  "broer@voorbeeld.nl",
  "buur@voorbeeld.nl",
  "111222333",
  "123456782",
  "NL91ABNA0417164300",
  "1234 AB 12",
  "2345 CD 7",
  "3456 EF 101",
];
const filler = "Zij belde ons drie keer en kreeg drie keer een ander antwoord over dezelfde brief en hetzelfde formulier dat nergens klopt".split(" ");
/** A note of 150 words with twelve personal details that are certain. */
const note = Array.from({ length: 150 - marks.length }, (_, index) => filler[index % filler.length]!)
  .map((word, index) => (index % 11 === 5 && marks[(index - 5) / 11] ? `${word} ${marks[(index - 5) / 11]}` : word))
  .join(" ");

/** Runs both journeys in a real browser on the demonstration municipality in this database. */
export async function keystrokes(server: Server): Promise<Tax[]> {
  const pool = (role: "haarvat_learning" | "haarvat_gate" | "haarvat_migrator") => open(server, role, passwordOf(server, role), false, 2);
  const pools = { learning: pool("haarvat_learning"), gate: pool("haarvat_gate"), migrator: pool("haarvat_migrator") };
  await seedDemo(pools, new Date(), () => {});
  await Promise.all(Object.values(pools).map((each) => each.destroy()));
  const listening = await listen({ server, host: "127.0.0.1", port: 0, demo: true, secure: false });
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  const browser = await chromium.launch({ executablePath: findBrowser()!, args: flags });
  const visit = async () => {
    const page = await (
      await browser.newContext({ baseURL: `http://localhost:${listening.port}`, locale: "nl-NL", viewport: { width: 1280, height: 900 } })
    ).newPage();
    await page.goto("/who");
    await page.getByRole("button", { name: /^Amina/ }).click();
    return page;
  };
  try {
    return [await writingDown(new Recorder(await visit())), await releasing(new Recorder(await visit()))];
  } finally {
    await browser.close();
    await listening.stop();
  }
}

async function writingDown(at: Recorder): Promise<Tax> {
  const { page } = at;
  await at.click(page.getByRole("link", { name: "Schrijf", exact: true }), page.getByLabel("Waar liep het vast?"));
  await at.write(page.getByLabel("Waar liep het vast?"), "De balie neemt geen melding aan van wie geen vast adres heeft.");
  await at.click(page.getByText("Wmo", { exact: true }));
  await at.click(page.getByText("idee over een regel"));
  await at.click(page.getByRole("button", { name: "Verder: lezen zoals collega’s het zien" }), page.getByRole("button", { name: "Nee, deel dit" }));
  await at.click(page.getByText("Alle collega’s in de toegang"));
  await at.click(page.getByRole("button", { name: "Nee, deel dit" }), page.getByRole("list", { name: "Wat er gebeurde" }));
  return at.tax("writing down a signal, with both taps, and sharing it", 20);
}

async function releasing(at: Recorder): Promise<Tax> {
  const { page } = at;
  await page.goto("/write");
  await page.getByLabel("Waar liep het vast?").fill(note);
  await page.getByText(/Bewaard om/).waitFor();
  await at.click(page.getByRole("button", { name: "Verder: lezen zoals collega’s het zien" }), page.locator("mark").first());
  const found = await page.locator("mark").count();
  if (found !== marks.length) throw new Error(`The note should have ${marks.length} marks, it has ${found}`);
  at.look(found);
  await at.click(page.getByRole("button", { name: `Vervang alle ${found}` }), page.getByText("[telefoonnummer]").first());
  await at.click(page.getByText("Alle collega’s in de toegang"));
  await at.click(page.getByRole("button", { name: "Nee, deel dit" }), page.getByRole("list", { name: "Wat er gebeurde" }));
  return at.tax("releasing a note of 150 words with twelve marks, each looked at", 45);
}
