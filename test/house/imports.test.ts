import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const files = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
const source = files("src");
const production = source.filter((name) => !/\.test\.tsx?$/.test(name));
const read = (name: string) => readFileSync(join(root, name), "utf8");

/** What a file imports from the project: where from, and whether only types. */
const imports = (name: string) =>
  [...read(name).matchAll(/^(?:import|export) (type )?[^;]*? from "([^"]+)";/gms)].map(([, types, from]) => ({
    types: types !== undefined,
    target: from!.startsWith("#src/") ? from!.slice(1) : from!.startsWith(".") ? relative(root, resolve(root, dirname(name), from!)) : `npm:${from}`,
  }));

// Lower may not know higher; `main` is what main.ts puts together. Words name the codes of the domain, so they may look at types of rules.
const order = [
  "kernel",
  "language",
  "words",
  "ui",
  "platform",
  "learning",
  "gate",
  "organisation",
  "privacy",
  "home",
  "login",
  "who",
  "me",
  "app.tsx",
  "main",
  "main.ts",
  "demo",
  "commands",
  "cli.ts",
];
const layer = (path: string) => order.findIndex((name) => path === `src/${name}` || path.startsWith(`src/${name}/`));

test("imports run one way: kernel, language, words, ui, platform, capabilities, gate, home, app", () => {
  const wrong = production.flatMap((name) =>
    imports(name)
      .filter(({ target, types }) => target.startsWith("src/") && layer(target) > layer(name) && !(types && name.startsWith("src/words/")))
      .map(({ target }) => `${name} → ${target}`),
  );
  expect(wrong).toEqual([]);
  expect(production.filter((name) => layer(name) < 0)).toEqual([]);
});

test("learning and resident never import each other, and gate is the only one that may know both", () => {
  const wrong = production.filter((name) => {
    const spaces = new Set(imports(name).map(({ target }) => target.split("/")[1]));
    const own = name.split("/")[1];
    return (own === "learning" && spaces.has("resident")) || (own === "resident" && spaces.has("learning"));
  });
  expect(wrong).toEqual([]);
});

test("capabilities of the learning room meet only through their index", () => {
  const folder = (path: string) => path.split("/").slice(0, 3).join("/");
  const wrong = production
    .filter((name) => /^src\/(learning|gate|home)\//.test(name))
    .flatMap((name) =>
      imports(name)
        .filter(
          ({ target }) =>
            target.startsWith("src/learning/") &&
            folder(target) !== folder(name) &&
            !target.endsWith("/index.ts") &&
            !/\/(course-list|line)\.tsx$/.test(target),
        )
        .map(({ target }) => `${name} → ${target}`),
    );
  expect(wrong).toEqual([]);
});

const rules = production.filter(
  (name) =>
    /^src\/(learning|gate|privacy)\/.*\.ts$/.test(name) &&
    !/(store|course|list|numbers|expected|perform|people|export|csv|index|deliver|send|letter|take-back|file|shield)\.ts$/.test(name),
);

test("a rule imports only the kernel, pure language and rules", () => {
  const wrong = rules.flatMap((name) =>
    imports(name)
      .filter(({ target, types }) => !types && /^(src\/platform|src\/ui|npm:)/.test(target))
      .map(({ target }) => `${name} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("how the trail is chained and compared is pure: it imports a hash and nothing else of the house", () => {
  const pure = ["chain", "compare", "compare-kept", "finding", "line"].map((name) => `src/platform/trail/${name}.ts`);
  const wrong = pure.flatMap((name) =>
    imports(name)
      .filter(({ target }) => !pure.includes(target) && target !== "npm:node:crypto")
      .map(({ target }) => `${name} → ${target}`),
  );
  expect(wrong).toEqual([]);
  expect(pure.filter((name) => /new Date\(\)|Date\.now\(\)/.test(read(name)))).toEqual([]);
});

test("no rule knows what time it is: moments and days are arguments", () => {
  const wrong = [...rules, ...files("src/kernel"), ...files("src/language")].filter(
    (name) => !name.includes(".test.") && /new Date\(\)|Date\.now\(\)/.test(read(name)),
  );
  expect(wrong).toEqual([]);
});

test("only doors know Hono and Zod, only stores know Kysely, only the command line and its settings read the environment", () => {
  const mayServe =
    /(routes\.tsx|src\/app\.tsx|src\/platform\/(house|door|running)\.ts|src\/platform\/doors\/.*|src\/main\.ts|src\/main\/.*|shield\.ts|gate\/import\/file\.ts)$/;
  const mayStore = /(store|course|list|numbers|expected|people|perform|deliver)\.ts$|src\/platform\/|src\/demo\/|src\/who\/store/;
  const serve = production.filter(
    (name) => !mayServe.test(name) && imports(name).some(({ target }) => /^npm:(hono$|hono\/(cookie|body-limit)|zod$|@hono)/.test(target)),
  );
  const store = production.filter(
    (name) =>
      !mayStore.test(name) && imports(name).some(({ target, types }) => /^npm:(kysely|pg)$/.test(target) && !types) && !name.startsWith("src/commands/"),
  );
  const environment = production.filter((name) => !name.startsWith("src/commands/") && read(name).includes("process.env"));
  expect({ serve, store, environment }).toEqual({ serve: [], store: [], environment: [] });
});

test("what measures is loaded only where somebody wants to measure: one file knows OpenTelemetry, and nothing imports that file", () => {
  const knows = production.filter((name) => imports(name).some(({ target }) => target.startsWith("npm:@opentelemetry")));
  const wants = production.filter((name) => imports(name).some(({ target }) => target === "src/platform/telemetry/otlp.ts"));
  expect({ knows, wants }).toEqual({ knows: ["src/platform/telemetry/otlp.ts"], wants: [] });
});
