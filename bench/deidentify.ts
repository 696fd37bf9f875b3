// `npm run bench deidentify`: how much of what could lead to a person the engine finds, in notes that somebody marked by hand.
import { parseArgs } from "node:util";
import { findings } from "#src/language/deidentify/deidentify.ts";
import { loadLexicon } from "#src/language/deidentify/words/load.ts";
import { type Figures, figuresOf, type Share, together } from "./deidentify-figures.ts";
import { type Note, notesBeside, notesOf } from "./marked-notes.ts";

const { values } = parseArgs({ allowPositionals: true, options: { missed: { type: "boolean", default: false }, only: { type: "string" } } });
const strict = ["NAME", "ADDRESS", "BSN", "PHONE", "EMAIL", "IBAN", "DOB", "POSTCODE"];
const certainTypes = [...strict, "PLATE"];

const began = performance.now();
const before = process.memoryUsage().rss;
const lexicon = loadLexicon();
const loaded = performance.now() - began;
const memory = process.memoryUsage().rss - before;

const percent = ({ holds, of }: Share): string => (of === 0 ? "–" : `${((100 * holds) / of).toFixed(1)} % of ${of}`);

function show(title: string, notes: readonly Note[]): Figures {
  const figures = figuresOf(notes, lexicon);
  console.log(`\n## ${title} (${notes.length} texts, ${figures.words} words)\n`);
  console.log("| what | covered, both grades | covered, certain alone |\n|---|---|---|");
  for (const type of [...figures.covered.keys()].sort())
    console.log(`| ${type} | ${percent(figures.covered.get(type)!)} | ${percent(figures.certainly.get(type)!)} |`);
  console.log(`| all | ${percent(together(figures.covered))} | ${percent(together(figures.certainly))} |`);
  console.log(`| ${strict.join(", ")} | ${percent(together(figures.covered, strict))} | ${percent(together(figures.certainly, strict))} |`);
  console.log(`| the same and PLATE | | ${percent(together(figures.certainly, certainTypes))} |`);
  console.log(`\nMarks that are real: ${percent(figures.real)}; certain marks that are real: ${percent(figures.certainReal)}.`);
  if (figures.origins.size > 0) {
    console.log("\n| names by origin | covered, both grades | covered, certain alone |\n|---|---|---|");
    for (const origin of [...figures.origins.keys()].sort())
      console.log(`| ${origin} | ${percent(figures.origins.get(origin)!)} | ${percent(figures.originsCertainly.get(origin)!)} |`);
  }
  if (values.missed) console.log(["", ...figures.missed, "", ...figures.harmless].join("\n"));
  return figures;
}

const sets: readonly (readonly [string, string])[] = [
  ["tuned-on", "Notes the engine was tuned on"],
  ["held-out", "Notes the engine was not tuned on"],
  ["adversarial", "One-liners that try to slip through"],
  ["lookalikes", "One-liners in which nothing is a detail"],
];
const all = sets.filter(([name]) => !values.only || name === values.only).map(([name, title]) => show(title, notesOf(name)));
const besides = values.only ? undefined : notesBeside();
if (besides) show("Notes that stand beside the project", besides);

const texts = [...notesOf("tuned-on"), ...notesOf("held-out")].map(({ text }) => text);
if (texts.length > 0 && !values.only) {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  for (let warm = 0; warm < 3; warm += 1) for (const text of texts) findings(text, lexicon);
  const { user } = process.cpuUsage();
  const rounds = Math.ceil(8_000_000 / size);
  for (let round = 0; round < rounds; round += 1) for (const text of texts) findings(text, lexicon);
  const seconds = (process.cpuUsage().user - user) / 1e6;
  console.log(
    `\nSpeed: ${((rounds * size) / seconds / 1e6).toFixed(1)} MB of text a second of one core; loaded in ${loaded.toFixed(0)} ms, ${(memory / 1e6).toFixed(0)} MB.`,
  );
}
if (all.length === 0) process.exitCode = 1;
