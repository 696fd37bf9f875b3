import type { Server } from "./database.ts";

export type Settings = { readonly server: Server; readonly administrator: { readonly user: string; readonly password: string } };

/** What a setting lacks, in one sentence. */
export class UnusableSetting extends Error {}

/**
 * Reads DATABASE_URL (the login that may make roles and owns the database) and HAARVAT_SECRET (at least 32 signs, from which the
 * passwords of the application's roles follow).
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { DATABASE_URL: address, HAARVAT_SECRET: secret } = environment;
  if (!address) throw new UnusableSetting("Set DATABASE_URL to a PostgreSQL database, as in postgres://owner:password@localhost:5432/haarvat.");
  if (!secret || secret.length < 32)
    throw new UnusableSetting("Set HAARVAT_SECRET to at least 32 random signs; the passwords of the database roles follow from it.");
  if (!URL.canParse(address)) throw new UnusableSetting("DATABASE_URL is not an address; it looks like postgres://owner:password@localhost:5432/haarvat.");
  const { protocol, hostname, port, pathname, username, password, searchParams } = new URL(address);
  if (!["postgres:", "postgresql:"].includes(protocol)) throw new UnusableSetting("DATABASE_URL has to begin with postgres://.");
  const server = {
    host: hostname,
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)),
    secret,
    ssl: ["require", "verify-full", "verify-ca"].includes(searchParams.get("sslmode") ?? ""),
  };
  return { server, administrator: { user: decodeURIComponent(username), password: decodeURIComponent(password) } };
}
