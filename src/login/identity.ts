import { createHmac } from "node:crypto";

/** What the provider says about whoever logged in, as far as Haarvat uses it. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  readonly acr: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** For whom somebody acts, as the provider wrote it; it goes no further than `pseudonymOf`. */
  readonly represents: string | undefined;
};

export type Claims = Readonly<Record<string, unknown>>;
export type ClaimNames = { readonly name: string; readonly email: string; readonly represents: string };

const longest = 200;
const textOf = (value: unknown): string | undefined => (typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, longest) : undefined);

/** In the Dutch profile `represents` is an object with an issuer and a subject; elsewhere often a text. */
function representsOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "object") return JSON.stringify(value);
  const { iss, sub } = value as { iss?: unknown; sub?: unknown };
  return JSON.stringify(sub === undefined ? value : [iss ?? null, sub]);
}

/** Reads the claims by the names the settings give them; `iss`, `sub` and `acr` come from the signed token alone. */
export function identityOf(token: Claims, besides: Claims, names: ClaimNames): Identity {
  const said: Claims = { ...besides, ...token };
  return {
    issuer: String(token["iss"]),
    subject: String(token["sub"]),
    acr: textOf(token["acr"]),
    name: textOf(said[names.name]),
    email: textOf(said[names.email]),
    represents: representsOf(said[names.represents]),
  };
}

/** A name for the person acted for that says nothing about who it is: the same within one municipality, another in the next. */
export function pseudonymOf(secret: string, municipalityId: string, represents: string): string {
  const hex = createHmac("sha256", secret).update(`represents ${municipalityId} ${represents}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
