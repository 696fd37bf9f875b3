import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { administratorInside } from "#test/administrator.ts";
import { aMunicipality } from "#test/municipality.ts";
import { noTheme } from "#src/ui/theme/theme.ts";
import { readTheme, slots, typedOf } from "./theme-form.ts";

const { database, house, here, administrator } = await administratorInside();

const row = async () =>
  database.migrator.selectFrom("organisation.municipality").select(["version", "theme"]).where("id", "=", here.id).executeTakeFirstOrThrow();
const filledIn = async (changes: Record<string, string> = {}) => ({
  ...Object.fromEntries(typedOf(noTheme)),
  ...changes,
  version: String((await row()).version),
});
const fetched = (path: string) => house.app.fetch(new Request(`http://${here.host}${path}`));
const linked = async () => /href="(\/assets\/theme\.css\?[^"]+)"/.exec(await (await fetched("/who")).text())?.[1];

test("what is empty, or as Haarvat's own, is no part of a theme", () => {
  expect(readTheme(typedOf(noTheme))).toEqual(noTheme);
  expect(readTheme(new Map())).toEqual(noTheme);
  expect(readTheme(new Map([["light-color-action-1-color-default", "navy"]]))).toEqual({ light: { "color-action-1-color-default": "#000080" }, dark: {} });
});

test("the form carries every value there is: colours twice, the rest once", () => {
  expect(slots).toHaveLength(16 * 2 + 11);
});

describe("a municipality in its own colours", () => {
  test("has them on every page, before login too, in a stylesheet of its own that a browser keeps until it changes", async () => {
    expect(await linked()).toBeUndefined();
    expect((await fetched("/assets/theme.css")).status).toBe(404);
    expect((await administrator.post("/municipality/theme", await filledIn({ "light-color-action-1-color-default": "NAVY" }))).status).toBe(303);
    const address = await linked();
    const sheet = await fetched(address!);
    expect([sheet.status, sheet.headers.get("content-type"), sheet.headers.get("cache-control")]).toEqual([
      200,
      "text/css; charset=utf-8",
      "public, max-age=31536000, immutable",
    ]);
    expect(await sheet.text()).toContain("--basis-color-action-1-color-default:#000080;");
    expect((await fetched("/assets/theme.css?eerder")).headers.get("cache-control")).toBe("no-store");
    expect(await (await administrator.get("/")).text()).toContain(address!);
    await administrator.post("/municipality/theme", await filledIn({ "light-color-action-1-color-default": "darkgreen" }));
    expect(await linked()).not.toBe(address);
  });

  test("keeps its colours to itself", async () => {
    const elsewhere = await aMunicipality(database);
    expect((await house.app.fetch(new Request(`http://${elsewhere.host}/assets/theme.css`))).status).toBe(404);
  });

  test("goes back to Haarvat's", async () => {
    await administrator.post("/municipality/theme", await filledIn({ "light-color-action-1-color-default": "navy" }));
    expect((await administrator.post("/municipality/theme/remove", { version: String((await row()).version) })).status).toBe(303);
    expect((await row()).theme).toBeNull();
    expect(await linked()).toBeUndefined();
  });
});

describe("refused", () => {
  const refused = async (answer: Promise<Response>, ...words: string[]) => {
    const [before, { status, page }] = [await row(), await answer.then(async (one) => ({ status: one.status, page: await one.text() }))];
    expect(status).toBe(422);
    for (const one of words) expect(page).toContain(one);
    expect((await row()).theme).toEqual(before.theme);
    expect(page).not.toMatch(/ style=/);
  };

  test("a theme that not everybody can read, in a sentence with the pair, its ratio and both colours", async () => {
    await refused(
      administrator.post(
        "/municipality/theme",
        await filledIn({ "light-color-default-color-subtle": "#777777", "light-color-default-bg-document": "#ffffff" }),
      ),
      "Licht: “zachte letters” (#777777) op “papier” (#ffffff) heeft contrast 4,47; nodig is 4,5.",
      'fill="#777777"',
      'fill="#ffffff"',
      'value="#777777"',
    );
  });

  test.each(["red;}body{display:none", "url(https://elders.nl/spoor.png)", "</style><script>alert(1)</script>", "#ffffff80"])(
    "what is no colour: %s",
    async (written) => {
      await refused(
        administrator.post("/municipality/theme", await filledIn({ "dark-color-default-bg-document": written })),
        "Schrijf bij “papier, donker” een kleur",
      );
    },
  );

  test("a file that holds no tokens, or one that we cannot read, and what was pasted stays", async () => {
    const version = String((await row()).version);
    await refused(administrator.post("/municipality/theme/tokens", { version, tokens: "{&" }), "Kies een JSON-bestand met basis-tokens", "{&amp;");
    const tokens = JSON.stringify({ basis: { color: { default: { "bg-document": { $value: "red;}" } } } } });
    await refused(administrator.post("/municipality/theme/tokens", { version, tokens }), "Kijk naar basis.color-default-bg-document");
  });
});

describe("a file with tokens", () => {
  const tokens = JSON.stringify({ huis: { blauw: { $value: "#154273" } }, basis: { color: { "action-1": { "color-default": { $value: "{huis.blauw}" } } } } });

  test("is read when it is pasted or uploaded", async () => {
    await administrator.post("/municipality/theme/tokens", { version: String((await row()).version), tokens });
    expect((await row()).theme).toEqual({ light: { "color-action-1-color-default": "#154273" }, dark: {} });
    const form = new FormData();
    form.set("version", String((await row()).version));
    form.set("file", new File([tokens.replace("154273", "154274")], "huisstijl.tokens.json", { type: "application/json" }));
    expect((await administrator.post("/municipality/theme/tokens", form)).status).toBe(303);
    expect((await row()).theme).toMatchObject({ light: { "color-action-1-color-default": "#154274" } });
  });

  test("read on a page that was out of date changes nothing and shows both", async () => {
    const answer = await administrator.post("/municipality/theme/tokens", { version: "1", tokens: tokens.replace("154273", "001122") });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    for (const words of ["<td>#154274</td>", "<td>#001122</td>"]) expect(page).toContain(words);
  });
});

test("whatever came to stand in the database, a page gets a stylesheet and nothing else", async () => {
  await sql`update organisation.municipality set theme = '{"light":{"color-default-bg-document":"red;}body{display:none","x":"y"},"dark":7}' where id = ${here.id}`.execute(
    database.migrator,
  );
  const { forgetMunicipalities } = await import("#src/platform/municipality.ts");
  forgetMunicipalities(database.learning);
  expect(await (await fetched("/assets/theme.css")).text()).not.toMatch(/red|body|display/);
});
