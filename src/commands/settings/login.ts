import type { LoginSettings } from "#src/platform/settings.ts";
import type { Reader } from "./reader.ts";

/** Signatures with a public key only: a shared secret or no signature at all is never accepted. */
const known = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** OIDC_*: the identity provider and which of its claims say what. */
export function readLogin({ optional, required, address, list, check }: Reader): LoginSettings {
  required("OIDC_ISSUER", "Set OIDC_ISSUER to the address of your identity provider, as in https://login.example.nl.");
  const issuer = address("OIDC_ISSUER", "OIDC_ISSUER is not an address; it looks like https://login.example.nl.") ?? new URL("https://nowhere");
  check(issuer.protocol === "https:" || loopback.test(issuer.hostname), "OIDC_ISSUER has to begin with https://.");
  const algorithms = list("OIDC_ALGORITHMS");
  const foreign = algorithms.filter((name) => !known.includes(name));
  check(foreign.length === 0, `OIDC_ALGORITHMS names a signature that Haarvat does not accept: ${foreign.join(", ")}.`);
  return {
    issuer,
    clientId: required("OIDC_CLIENT_ID", "Set OIDC_CLIENT_ID to the name under which the identity provider knows Haarvat."),
    clientSecret: required("OIDC_CLIENT_SECRET", "Set OIDC_CLIENT_SECRET to what the identity provider gave you for Haarvat."),
    scope: optional("OIDC_SCOPE") ?? "openid profile email",
    acr: list("OIDC_ACR"),
    algorithms: algorithms.length > 0 ? algorithms : ["RS256", "PS256", "ES256"],
    claims: {
      name: optional("OIDC_CLAIM_NAME") ?? "name",
      email: optional("OIDC_CLAIM_EMAIL") ?? "email",
      represents: optional("OIDC_CLAIM_REPRESENTS") ?? "represents",
    },
  };
}
