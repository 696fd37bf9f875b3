import { gzipSync } from "node:zlib";
import type { Browser } from "./browser.ts";
import { type Figure, kB, ratio } from "./figure.ts";

const mostPage = 60_000;
const mostScript = 30_000;

/** What comes over the line for a first visit, gzipped: page and style together, and script; beside it the same unpacked. */
export async function measureSizes(browser: Browser, cookie: string, pages: Readonly<Record<string, string>>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const { body } = await browser.get(path, cookie);
    const linked = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(css|js)[^"]*)"/g)];
    const files = await Promise.all(linked.map(async ([, address, kind]) => ({ kind, plain: Buffer.from((await browser.get(address!, cookie)).body) })));
    const page = [Buffer.from(body), ...files.filter(({ kind }) => kind === "css").map(({ plain }) => plain)];
    const script = files.filter(({ kind }) => kind === "js").map(({ plain }) => plain);
    figures.push(size(`${name}: HTML and CSS, gzipped`, page, mostPage), size(`${name}: script, gzipped`, script, mostScript));
  }
  return figures;
}

function size(name: string, files: readonly Buffer[], most: number): Figure {
  const packed = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  const plain = files.reduce((sum, file) => sum + file.length, 0);
  return {
    name,
    measured: kB(packed),
    counterpart: `${kB(plain)} unpacked`,
    ratio: plain ? ratio(packed, plain) : "–",
    target: `≤ ${most / 1000} kB`,
    reached: packed <= most,
  };
}
