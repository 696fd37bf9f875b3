import * as oidc from "openid-client";
import type { LoginSettings } from "#src/platform/settings.ts";
import { type Claims, type Identity, identityOf } from "./identity.ts";

/** What only this browser brings back from the provider, once. */
export type Journey = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** The provider does not answer · what it or the browser brought is not to be trusted. */
export type Trouble = "away" | "refused";

export type Provider = {
  /** Where to log in, and what to remember meanwhile. */
  readonly begin: (returnTo: string) => Promise<{ readonly to: URL; readonly journey: Journey } | "away">;
  /** Who came back at this address, with a token that is theirs and meant for us. */
  readonly finish: (address: URL, journey: Journey) => Promise<Identity | Trouble>;
  /** Where to log out there as well; undefined when that is not possible, or not now. */
  readonly end: (returnTo: string) => Promise<URL | undefined>;
};

const hour = 3_600_000;
const patience = 5;
/** Seconds that two clocks may differ. */
const tolerance = 10;

/** The identity provider of the settings. Its own settings are looked up when they are needed and kept for an hour, its keys for five minutes. */
export function providerOf(settings: LoginSettings, report: (error: unknown, where: string) => void): Provider {
  let known: { at: number; configuration: Promise<oidc.Configuration> } | undefined;
  const configured = (): Promise<oidc.Configuration> => {
    if (known && performance.now() - known.at < hour) return known.configuration;
    const looking = { at: performance.now(), configuration: discovered(settings) };
    looking.configuration.catch(() => known === looking && (known = undefined));
    known = looking;
    return looking.configuration;
  };
  const away = (error: unknown): "away" => {
    report(error, "identity provider");
    return "away";
  };
  return {
    begin: async (returnTo) => {
      const configuration = await configured().catch(away);
      if (configuration === "away") return "away";
      const journey = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const to = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: returnTo,
        scope: settings.scope,
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: "S256",
        ...(settings.acr.length > 0 && { acr_values: settings.acr.join(" ") }),
      });
      return { to, journey };
    },
    finish: async (address, { state, nonce, verifier }) => {
      const configuration = await configured().catch(away);
      if (configuration === "away") return "away";
      try {
        const answer = await oidc.authorizationCodeGrant(configuration, address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier });
        const token = answer.claims() as Claims;
        return identityOf(token, await besides(configuration, token, answer.access_token, settings), settings.claims);
      } catch (error) {
        return isAway(error) ? away(error) : "refused";
      }
    },
    end: async (returnTo) => {
      const configuration = await configured().catch(away);
      if (configuration === "away" || !configuration.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo });
    },
  };
}

/** Reads the provider's settings; of the signatures it offers only those remain that ours accept. Every signature is checked, TLS or not. */
async function discovered({ issuer, clientId, clientSecret, algorithms }: LoginSettings): Promise<oidc.Configuration> {
  const plain = issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
  const discovering = await oidc.discovery(issuer, clientId, clientSecret, undefined, { timeout: patience, execute: plain });
  const { supportsPKCE: _, ...found } = discovering.serverMetadata();
  const offered = found.id_token_signing_alg_values_supported ?? ["RS256"];
  const accepted = offered.filter((name) => algorithms.includes(name));
  const metadata = { client_secret: clientSecret, [oidc.clockTolerance]: tolerance };
  const basic = found.token_endpoint_auth_methods_supported?.includes("client_secret_post") === false;
  const configuration = new oidc.Configuration(
    { ...found, id_token_signing_alg_values_supported: accepted },
    clientId,
    metadata,
    basic ? oidc.ClientSecretBasic(clientSecret) : oidc.ClientSecretPost(clientSecret),
  );
  configuration.timeout = patience;
  oidc.enableNonRepudiationChecks(configuration);
  for (const allow of plain) allow(configuration);
  return configuration;
}

/** What the token leaves out and the provider tells when asked. */
async function besides(configuration: oidc.Configuration, token: Claims, access: string, { claims }: LoginSettings): Promise<Claims> {
  const complete = Object.values(claims).every((name) => name in token);
  if (complete || !configuration.serverMetadata().userinfo_endpoint) return {};
  return oidc.fetchUserInfo(configuration, access, String(token["sub"]));
}

/** No answer, or an answer that the provider itself is broken; anything else it meant. */
function isAway(error: unknown): boolean {
  const { code, status, cause } = error as { code?: string; status?: number; cause?: unknown };
  if (error instanceof TypeError) return code === undefined;
  const answered = status ?? (cause instanceof Response ? cause.status : undefined);
  return code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT" || (answered !== undefined && answered >= 500);
}
