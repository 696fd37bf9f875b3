import { Command } from "commander";
import { deidentify } from "./commands/deidentify.ts";
import { demo } from "./commands/demo.ts";
import { exportAll, importAll } from "./commands/take-along.ts";
import { addMunicipality } from "./commands/municipality-add.ts";
import { exportErasures, exportMunicipality } from "./commands/municipality-export.ts";
import { importMunicipality } from "./commands/municipality-import.ts";
import { restoreDrill } from "./commands/restore-drill.ts";
import { migrateDatabase } from "./commands/migrate.ts";
import { serve } from "./commands/serve.ts";
import { verifyTrails } from "./commands/verify-trail.ts";
import { loadSettings } from "./commands/settings/file.ts";
import { Refused } from "./commands/progress.ts";
import { FileRefused } from "./platform/backup/manifest.ts";
import { FolderInUse } from "./platform/embedded.ts";
import { UnusableSetting } from "./platform/settings.ts";

// Commander says what is wrong with a command line and exits with 1; what a command itself cannot do is one sentence and exit 1.

const program = new Command("haarvat").description("Learn together from daily practice: where it gets stuck, what works, and who answers.");

program
  .command("demo")
  .description("start a demonstration municipality on this machine, with its own PostgreSQL in ./data")
  .option("--port <number>", "port to listen on (default: 3900, or a free one when that is taken)", Number)
  .option("--data <folder>", "where the database is kept", "data")
  .action(demo);
program
  .command("serve")
  .description("serve the database at DATABASE_URL; refuses to start when a setting is missing or unsafe")
  .option("--port <number>", "port to listen on", Number, 3900)
  .option("--host <address>", "address to listen on", "127.0.0.1")
  .action(serve);
program.command("migrate").description("bring the database at DATABASE_URL to this version").action(migrateDatabase);
program
  .command("export")
  .description("write all signals of a municipality as JSON")
  .option("--host <name>", "host name of the municipality", "localhost")
  .option("--out <file>", "file to write (default: standard output)")
  .option("--data <folder>", "the database of this folder, when DATABASE_URL is not set", "data")
  .action(exportAll);
program
  .command("import")
  .description("read in signals that export wrote")
  .argument("<file>", "the JSON file")
  .requiredOption("--as <subject>", "login name of the facilitator who brings them in")
  .option("--host <name>", "host name of the municipality", "localhost")
  .option("--data <folder>", "the database of this folder, when DATABASE_URL is not set", "data")
  .action(importAll);
program
  .command("deidentify")
  .description("find what could lead to a person in notes on standard input, a line of JSON each; needs no database")
  .requiredOption("--jsonl", 'read lines {"id","text"} and write lines {"id","text","replaced","findings"}')
  .option(
    "--lexicon <folder>",
    "your own words: first-names.txt, surnames.txt, places.txt, streets.txt, organisations.txt, excuses.txt; each optional, a term a line",
  )
  .action(deidentify);
program
  .command("verify-trail")
  .description("look whether the trail is still what was sealed: ends with 1 when anything of it was changed, taken away or put in")
  .option("--host <name>", "host name of one municipality (default: all)")
  .option("--heads <folder>", "where the signed heads are kept (default: TRAIL_HEADS, or the folder heads in --data)")
  .option("--json", "write what was found as JSON")
  .option("--data <folder>", "the database of this folder, when DATABASE_URL is not set", "data")
  .action(verifyTrails);

const municipality = program.command("municipality").description("one municipality whole: make it, take it along, or bring it in");
municipality
  .command("add")
  .description("make a municipality at a host name, and invite its first administrator")
  .requiredOption("--host <name>", "host name at which it will be found, as haarvat.gemeente.nl")
  .requiredOption("--name <name>", "name of the municipality")
  .requiredOption("--admin-email <address>", "e-mail address of the first administrator")
  .option("--admin-name <name>", "name of the first administrator, until the identity provider says it", "Beheerder")
  .option("--team <name>", "name of the team of the administrator", "Beheer")
  .action(addMunicipality);
municipality
  .command("export")
  .description("write everything of a municipality to one file: a backup, or to move it")
  .requiredOption("--host <name>", "host name of the municipality")
  .requiredOption("--out <file>", "file to write; only its owner may read it")
  .option("--passphrase-file <file>", "encrypt it with the passphrase in this file (or in HAARVAT_PASSPHRASE)")
  .option("--data <folder>", "the database of this folder, when DATABASE_URL is not set", "data")
  .action(exportMunicipality);
municipality
  .command("import")
  .description("read in everything of a municipality that municipality export wrote, all or nothing")
  .argument("<file>", "the file")
  .option("--passphrase-file <file>", "the passphrase it was encrypted with (or set HAARVAT_PASSPHRASE)")
  .option("--erasures <file>", "erase again what stands on this list, which municipality erasures wrote")
  .option("--data <folder>", "the database of this folder, when DATABASE_URL is not set", "data")
  .action(importMunicipality);
municipality
  .command("erasures")
  .description("write which texts of a municipality were erased, without their words; keep the newest list apart from the exports")
  .requiredOption("--host <name>", "host name of the municipality")
  .requiredOption("--out <file>", "file to write; only its owner may read it")
  .option("--data <folder>", "the database of this folder, when DATABASE_URL is not set", "data")
  .action(exportErasures);
program
  .command("restore-drill")
  .description("restore exports of municipalities into a PostgreSQL that is thrown away, and compare")
  .argument("[files...]", "files that municipality export wrote (without any: one is made first)")
  .option("--host <name>", "host name of the municipality of which an export is made", "localhost")
  .option("--passphrase-file <file>", "the passphrase they are encrypted with (or set HAARVAT_PASSPHRASE)")
  .option("--data <folder>", "the database of this folder, when DATABASE_URL is not set", "data")
  .action(restoreDrill);

// Every command that works on a database of your own may find its settings in a file.
const single = program.commands.flatMap((each) => (each.commands.length > 0 ? each.commands : [each]));
for (const command of single.filter((each) => each.name() !== "demo"))
  command.option("--config <file>", "file with settings, as haarvat.env.example; what is set in the environment goes before it");
program.hook("preAction", async (_, command) => {
  const { config } = command.opts<{ config?: string }>();
  if (config) await loadSettings(config);
});

try {
  await program.parseAsync();
} catch (error) {
  const said = error instanceof UnusableSetting || error instanceof FolderInUse || error instanceof FileRefused || error instanceof Refused;
  console.error(said ? error.message : error);
  process.exitCode = 1;
}
