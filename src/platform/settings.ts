import type { Server } from "./database.ts";

/** What the settings lack, a sentence each. */
export class UnusableSetting extends Error {}

/** The database, and the login that may make roles in it. */
export type DatabaseSettings = { readonly server: Server; readonly administrator: { readonly user: string; readonly password: string } };

/** The identity provider of the municipality (OpenID Connect), and which of its claims say what. */
export type LoginSettings = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** The levels of assurance (`acr`) of which one is enough; without any, all are. */
  readonly acr: readonly string[];
  /** The signatures that are accepted on a token. */
  readonly algorithms: readonly string[];
  readonly claims: { readonly name: string; readonly email: string; readonly represents: string };
};

/** Where e-mail goes out, and whom it says it comes from. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, which a server elsewhere has to offer. */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly password: string } | undefined;
  readonly from: string;
};

/** Everything `serve` needs. */
export type Settings = DatabaseSettings & {
  readonly login: LoginSettings;
  readonly mail: MailSettings;
  /** A folder outside the database in which the signed heads of the trail are kept. */
  readonly trailHeads: string;
  /** Public keys that signed the trail before the secret was changed. */
  readonly earlierTrailKeys: readonly string[];
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly proxies: readonly string[];
  /** Where traces and metrics go (OpenTelemetry over HTTP); undefined: nowhere. */
  readonly telemetry: URL | undefined;
};
