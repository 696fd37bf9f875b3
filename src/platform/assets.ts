import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { transformSync } from "oxc-transform";

export type Asset = { readonly type: string; readonly plain: Buffer; readonly gzipped: Buffer | undefined };
export type Assets = { readonly files: ReadonlyMap<string, Asset>; readonly version: string };

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const fonts = { "source-sans-3": "source-sans-3-latin-wght-normal", "source-serif-4": "source-serif-4-latin-wght-normal" };
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26" fill="none" stroke="#a8281f" stroke-width="1.8" stroke-linecap="round"><path d="M13 25V15C13 10 7 10 7 5V2M13 17c0-5 6-5 6-9V4M7 9C7 7 3 7 3 4"/></svg>`;

/** Reads style, script and fonts once; everything a page needs comes from here and from nowhere else. */
export async function readAssets(): Promise<Assets> {
  const css = (await all("src/ui/css/", ".css")).join("\n");
  const script = (await all("src/ui/browser/", ".ts")).map((source) => transformSync("browser.ts", source).code).join("\n");
  const files = new Map([
    ["haarvat.css", packed("text/css; charset=utf-8", Buffer.from(css.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/\n\s*/g, "\n")))],
    ["haarvat.js", packed("text/javascript; charset=utf-8", Buffer.from(script))],
    ["mark.svg", packed("image/svg+xml", Buffer.from(mark))],
  ]);
  for (const [name, file] of Object.entries(fonts))
    files.set(`${name}.woff2`, {
      type: "font/woff2",
      plain: await readFile(at(`node_modules/@fontsource-variable/${name}/files/${file}.woff2`)),
      gzipped: undefined,
    });
  const version = createHash("sha256").update(css).update(script).digest("base64url").slice(0, 10);
  return { files, version };
}

async function all(folder: string, ending: string): Promise<string[]> {
  const names = (await readdir(at(folder))).filter((name) => name.endsWith(ending) && !name.includes(".test.")).sort();
  return Promise.all(names.map((name) => readFile(at(folder + name), "utf8")));
}

const packed = (type: string, plain: Buffer): Asset => ({ type, plain, gzipped: gzipSync(plain, { level: 9 }) });
