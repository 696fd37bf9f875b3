// Takes the pictures of the README from the running application: `npm run pictures`.
import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { seedDemo } from "#src/demo/seed.ts";
import { listen } from "#src/main.ts";
import { open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { findBrowser } from "./browser.js";
import { startTestServer } from "./postgres.ts";

const folder = new URL("../docs/pictures/", import.meta.url).pathname;

type Picture = { name: string; person: string; width: number; height: number; scheme: "light" | "dark"; path: string; click?: string; fill?: string };
const pictures: readonly Picture[] = [
  { name: "home", person: "Ruud", width: 1280, height: 860, scheme: "light", path: "/" },
  { name: "signal", person: "Amina", width: 1280, height: 1150, scheme: "light", path: "/signals?state=held", click: ".hv-rows a" },
  {
    name: "write",
    person: "Amina",
    width: 1280,
    height: 1000,
    scheme: "light",
    path: "/write",
    fill: "De balie neemt geen melding aan van wie geen vast adres heeft.",
  },
  { name: "phone", person: "Noor", width: 390, height: 844, scheme: "dark", path: "/signals?late=yes", click: ".hv-rows a" },
];

async function take(server: Server): Promise<void> {
  const pool = (role: "haarvat_learning" | "haarvat_gate" | "haarvat_migrator") => open(server, role, passwordOf(server, role), false, 2);
  const pools = { learning: pool("haarvat_learning"), gate: pool("haarvat_gate"), migrator: pool("haarvat_migrator") };
  await seedDemo(pools, new Date(), () => {});
  await Promise.all(Object.values(pools).map((each) => each.destroy()));
  const listening = await listen({ server, host: "127.0.0.1", port: 0, demo: true, secure: false });
  const browser = await chromium.launch({
    executablePath: findBrowser()!,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  for (const { name, person, width, height, scheme, path, click, fill } of pictures) {
    const page = await (
      await browser.newContext({ baseURL: `http://localhost:${listening.port}`, viewport: { width, height }, colorScheme: scheme, locale: "nl-NL" })
    ).newPage();
    await page.goto("/who");
    await page.getByRole("button", { name: new RegExp(`^${person}`) }).click();
    await page.goto(path);
    if (click) await page.locator(click).first().click();
    if (fill) await page.locator("#sentence").fill(fill);
    if (fill) await page.getByText(/Bewaard om/).waitFor();
    await page.screenshot({ path: `${folder}${name}.png` });
  }
  await browser.close();
  await listening.stop();
}

await mkdir(folder, { recursive: true });
const { server, stop } = await startTestServer();
await take(server).finally(() => void stop());
