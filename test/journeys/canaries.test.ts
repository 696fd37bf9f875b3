import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { openPools } from "#src/main/pools.ts";
import { open } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { beginSession } from "#src/platform/session.ts";
import type { TestDatabase } from "#test/database.ts";
import { aMunicipality } from "#test/municipality.ts";
import { startOwnServer } from "#test/postgres.ts";
import { endAll, start } from "#test/program.ts";
import { openSmtp } from "#test/smtp.ts";

// Words that stand nowhere else go through the application as it is served, on good ways and bad ones; afterwards they are looked for where they do not belong.

const canaries = {
  bsn: "111222333",
  name: "Kanariepiet Goudhaantje",
  text: "goudvinkje zat stil bij het raam",
  search: "putterzang",
  mail: "kanarie@testdorp.example",
  markup: "<b id=kanarie>",
};

let folder: string;
let stop: () => Promise<void>;
let log: string;
let database: TestDatabase;
let here: Awaited<ReturnType<typeof aMunicipality>>;
let address: string;
let served: ReturnType<typeof start>;
let smtp: Awaited<ReturnType<typeof openSmtp>>;
const secrets: string[] = [];
/** Everything that came back but pages for who may read them: where it led, and what was refused. */
const led: string[] = [];
const refused: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "haarvat-canaries-"));
  smtp = await openSmtp({ secure: false, plain: true });
  // Every statement is in this log, as where somebody looks for slow ones.
  const own = await startOwnServer({ settings: ["log_min_duration_statement=0"] });
  ({ stop, log } = own);
  const { server, template } = own;
  database = { server, ...openPools(server), migrator: open(server, "haarvat_migrator", passwordOf(server, "haarvat_migrator"), false, 2) };
  here = await aMunicipality(database, "127.0.0.1");
  await database.migrator
    .updateTable("organisation.municipality")
    .set({ name: `Testdorp ${canaries.markup}` })
    .execute();
  await database.migrator.updateTable("organisation.member").set({ name: canaries.name, email: canaries.mail }).execute();
  served = start(["serve", "--port", "0"], {
    DATABASE_URL: `postgres://${template.user}:${template.password}@127.0.0.1:${server.port}/${server.database}`,
    HAARVAT_SECRET: server.secret,
    OIDC_ISSUER: "http://127.0.0.1:1",
    OIDC_CLIENT_ID: "haarvat",
    OIDC_CLIENT_SECRET: "given",
    SMTP_URL: `smtp://127.0.0.1:${smtp.settings.port}`,
    MAIL_FROM: "haarvat@example.nl",
    TRAIL_HEADS: join(folder, "heads"),
  });
  const port = await vi.waitUntil(() => /listens on 127\.0\.0\.1:(\d+)/.exec(served.said())?.[1], { timeout: 30_000 });
  address = `http://127.0.0.1:${port}`;
  secrets.push(server.secret, template.password);
});
afterAll(async () => {
  endAll();
  await Promise.all([database.learning.destroy(), database.gate.destroy(), database.keeper.destroy(), database.migrator.destroy()]);
  await stop();
  await rm(folder, { recursive: true, force: true });
});

/** Somebody's session at the running process. */
async function as(actor: Actor) {
  const token = await beginSession(database.learning, actor, new Date());
  const cookie = `__Host-haarvat=${token}`;
  const noted = async (answer: Response) => {
    const said = await answer.text();
    led.push(answer.headers.get("location") ?? "");
    if (answer.status >= 400) refused.push(said);
    return { status: answer.status, said, location: answer.headers.get("location") ?? "" };
  };
  const get = async (path: string) => noted(await fetch(`${address}${path}`, { headers: { cookie }, redirect: "manual" }));
  const form = /name="token" value="([^"]+)"/.exec((await get("/mandates")).said)![1]!;
  secrets.push(token, form);
  const post = async (path: string, fields: Record<string, string>, given = form) =>
    noted(
      await fetch(`${address}${path}`, {
        method: "POST",
        headers: { cookie },
        redirect: "manual",
        body: new URLSearchParams({ token: given, deed: crypto.randomUUID(), ...fields }),
      }),
    );
  return { get, post };
}

/** What would be told in half a minute and mailed in the morning is so now. */
async function hurry(): Promise<void> {
  await sql`update trail.outbox set due_at = now() - interval '1 minute' where delivered_at is null`.execute(database.migrator);
  await sql`update trail.mail set due_at = now(), try_at = now() where result is null`.execute(database.migrator);
}

test("what people write, who they are and what lets them in is in no log, address, message, e-mail or refusal", async () => {
  const [bringer, colleague, owner, privacy] = await Promise.all([as(here.bringer), as(here.colleague), as(here.owner), as(here.privacy)]);
  const id = crypto.randomUUID();
  const words = {
    version: "0",
    sentence: `Toen ${canaries.text}`,
    story: `${canaries.text} ${canaries.bsn} ${canaries.name}`,
    snags: "belief",
    next: "release",
  };
  expect((await bringer.post(`/drafts/${id}`, words)).status).toBe(303);
  expect((await bringer.post(`/drafts/${id}/release`, { version: "1", audience: "everyone" })).status).toBe(422);
  refused.pop();
  expect((await bringer.post(`/drafts/${id}/replace`, {})).status).toBe(303);
  const version = /name="version" value="(\d+)"/.exec((await bringer.get(`/drafts/${id}/release`)).said)![1]!;
  expect((await bringer.post(`/drafts/${id}/release`, { version, audience: "everyone", looked: "yes", neighbour: "no" })).status).toBe(303);
  expect((await colleague.get(`/signals/${id}`)).said).toContain(canaries.text);
  expect((await colleague.post(`/signals/${id}/reply`, { text: `Ook hier: ${canaries.text}` })).status).toBe(303);
  expect((await owner.post(`/signals/${id}/answer`, { choice: "no-because", text: canaries.text })).status).toBe(303);
  expect((await colleague.get(`/signals?q=${canaries.search}`)).status).toBe(200);
  for (const path of ["/", "/signals", "/signals.csv", "/signals.json", "/numbers", "/me", `/drafts/${id}`]) await privacy.get(path);

  // What goes wrong: a form of somebody else, ids that are none, a database that refuses the row.
  await colleague.post(`/signals/${id}/reply`, { text: "x" }, "een oude vorm");
  for (const path of [`/signals/${canaries.bsn}`, `/nergens/${canaries.search}`, `/signals/${crypto.randomUUID()}`, "/signals?after=9_9&team=x"])
    await privacy.get(path);
  await sql`alter table learning.text add constraint not_now check (content not like '%niet nu%')`.execute(database.migrator);
  expect((await colleague.post(`/signals/${id}/reply`, { text: `${canaries.text}, maar niet nu` })).status).toBe(500);

  await vi.waitUntil(async () => hurry().then(() => smtp.arrived.length > 0), { timeout: 40_000, interval: 300 });
  served.child.kill("SIGTERM");
  expect(await served.ended).toBe(0);

  const rows = async (table: string) =>
    (await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(database.migrator)).rows.map(({ row }) => row).join("\n");
  const places = {
    "what the process says": served.said(),
    "the log of the database": await readFile(log, "utf8"),
    addresses: led.join("\n"),
    messages: await rows("organisation.message"),
    "the trail": `${await rows("trail.entry")}${await rows("trail.outbox")}`,
    // The name of a municipality is no secret: as text it stands there as it is.
    "e-mail": smtp.arrived
      .map(({ raw, mail }) => `${raw} ${mail.subject} ${mail.text}`.replaceAll(canaries.markup, "") + String(mail.html))
      .join("\n")
      .replaceAll(canaries.mail, ""),
    // A page gives back to whoever asked the address they asked for, and what their next form carries.
    "refusals and errors": refused.map((page) => page.replaceAll(/name="(token|back)" value="[^"]*"/g, "")).join("\n"),
  };
  const found = Object.entries(places).flatMap(([place, said]) =>
    [...Object.values(canaries), ...secrets].filter((canary) => said.includes(canary)).map((canary) => `${place}: ${canary}`),
  );
  expect(places["the log of the database"]).toMatch(/insert into "learning"\."text"/);
  expect(places["the log of the database"]).toMatch(/violates check constraint/);
  expect(found).toEqual([]);
});
