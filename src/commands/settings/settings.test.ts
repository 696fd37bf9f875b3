import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDatabaseSettings, readSettings } from "./settings.ts";

const good = {
  DATABASE_URL: "postgres://owner:pass%20word@db.example:6432/haarvat?sslmode=verify-full",
  HAARVAT_SECRET: "0123456789abcdef0123456789abcdef",
  OIDC_ISSUER: "https://login.example.nl",
  OIDC_CLIENT_ID: "haarvat",
  OIDC_CLIENT_SECRET: "x",
  SMTP_URL: "smtp://u:p@mail.example.nl",
  MAIL_FROM: "haarvat@example.nl",
  TRAIL_HEADS: "/var/lib/haarvat/heads",
};
const sentences = (environment: Record<string, string | undefined>): string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n");
  }
};

test("settings that are all there are read, with sensible values for the rest", () => {
  expect(readSettings(good)).toMatchObject({
    server: { host: "db.example", port: 6432, database: "haarvat", ssl: true },
    administrator: { user: "owner", password: "pass word" },
    login: { scope: "openid profile email", acr: [], algorithms: ["RS256", "PS256", "ES256"], claims: { name: "name", represents: "represents" } },
    mail: { host: "mail.example.nl", port: 587, secure: false, login: { user: "u", password: "p" } },
    proxies: [],
    telemetry: undefined,
  });
});

test("everything that lacks is said at once, a sentence each", () => {
  expect(sentences({}).map((sentence) => /\b[A-Z]+(_[A-Z]+)+\b/.exec(sentence)?.[0])).toEqual([
    "DATABASE_URL",
    "HAARVAT_SECRET",
    "OIDC_ISSUER",
    "OIDC_CLIENT_ID",
    "OIDC_CLIENT_SECRET",
    "SMTP_URL",
    "MAIL_FROM",
    "TRAIL_HEADS",
  ]);
});

test.each([
  [{ HAARVAT_SECRET: "short" }, "at least 32"],
  [{ HAARVAT_SECRET: "a".repeat(64) }, "not random enough"],
  [{ HAARVAT_SECRET: "change-me-0123456789abcdef0123456789" }, "not random enough"],
  [{ DATABASE_URL: "mysql://localhost/haarvat" }, "begin with postgres://"],
  [{ DATABASE_URL: "haarvat" }, "is not an address"],
  [{ OIDC_ISSUER: "http://login.example.nl" }, "begin with https://"],
  [{ OIDC_ALGORITHMS: "RS256 none" }, "does not accept: none"],
  [{ OIDC_ALGORITHMS: "HS256" }, "does not accept: HS256"],
  [{ SMTP_URL: "https://mail.example.nl" }, "begin with smtp://"],
  [{ MAIL_FROM: "Haarvat" }, "not an e-mail address"],
  [{ MAIL_FROM: "haarvat@example.nl,other@example.nl" }, "not an e-mail address"],
  [{ TRUSTED_PROXIES: "127.0.0.1 proxy.example.nl" }, "this is neither: proxy.example.nl"],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "collector" }, "is not an address"],
])("%o is refused in one sentence", (change, words) => {
  const said = sentences({ ...good, ...change });
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(words);
});

test("a secret may stand in a file of its own, and a file that cannot be read is said", () => {
  const file = join(tmpdir(), `haarvat-secret-${process.pid}`);
  writeFileSync(file, `${good.HAARVAT_SECRET}\n`);
  expect(readDatabaseSettings({ ...good, HAARVAT_SECRET: undefined, HAARVAT_SECRET_FILE: file }).server.secret).toBe(good.HAARVAT_SECRET);
  expect(sentences({ ...good, HAARVAT_SECRET: undefined, HAARVAT_SECRET_FILE: `${file}-gone` })).toEqual([
    "The file that HAARVAT_SECRET_FILE names cannot be read.",
  ]);
});

test("every setting that is read stands in the documented file, and the file names no other", () => {
  const asked = new Set<string>();
  readSettings(new Proxy(good, { get: (known, name: string) => (asked.add(name), known[name as keyof typeof good]) }));
  const listed = [...readFileSync("haarvat.env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);
  expect([...asked].filter((name) => !name.endsWith("_FILE")).sort()).toEqual(listed.sort());
});
