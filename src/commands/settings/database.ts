import type { DatabaseSettings } from "#src/platform/settings.ts";
import type { Reader } from "./reader.ts";

const missing = "Set DATABASE_URL to a PostgreSQL database, as in postgres://owner:password@localhost:5432/haarvat.";
const unreadable = "DATABASE_URL is not an address; it looks like postgres://owner:password@localhost:5432/haarvat.";
const noSecret = "Set HAARVAT_SECRET to at least 32 random signs; the passwords of the database roles follow from it.";
const weakSecret = "HAARVAT_SECRET is not random enough to be a secret. Make one with: openssl rand -hex 32";

/** An example, a word or one sign repeated is no secret. */
const guessable = (secret: string): boolean => new Set(secret).size < 10 || /(change|example|secret|password|haarvat)/i.test(secret);

/** DATABASE_URL (the login that may make roles and owns the database) and HAARVAT_SECRET. */
export function readDatabase({ required, address, check }: Reader): DatabaseSettings {
  required("DATABASE_URL", missing);
  const secret = required("HAARVAT_SECRET", noSecret);
  check(secret === "" || secret.length >= 32, noSecret);
  check(secret.length < 32 || !guessable(secret), weakSecret);
  const url = address("DATABASE_URL", unreadable) ?? new URL("postgres://nowhere");
  check(["postgres:", "postgresql:"].includes(url.protocol), "DATABASE_URL has to begin with postgres://.");
  const server = {
    host: url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    secret,
    ssl: ["require", "verify-full", "verify-ca"].includes(url.searchParams.get("sslmode") ?? ""),
  };
  return { server, administrator: { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } };
}
