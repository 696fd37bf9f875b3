import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { type Configuration, Provider } from "oidc-provider";
import { afterAll } from "vitest";
import type { LoginSettings } from "#src/platform/settings.ts";

type Claims = Readonly<Record<string, unknown>>;
/** Replaces a token on its way out, as a provider would that is broken or not the real one. */
export type Forger = (token: string) => Promise<string>;

/** A real identity provider on this machine: people log in there by their name, without a password. */
export type IdentityProvider = {
  readonly settings: LoginSettings;
  readonly privateKey: CryptoKey;
  readonly kid: string;
  /** What it says of somebody. */
  readonly knows: (subject: string, claims: Claims) => void;
  readonly forges: (forger: Forger | undefined) => void;
  /** From now on it answers so to everything; undefined: as it should. */
  readonly answers: (status: number | undefined) => void;
};

const secret = "a secret of the tests, long enough to sign with";

/** Opens one that sends people back to these addresses only. */
export async function openIdentityProvider(origins: readonly string[], acr: readonly string[] = []): Promise<IdentityProvider> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const kid = "first";
  const people = new Map<string, Claims>();
  let [forger, status]: [Forger | undefined, number | undefined] = [undefined, undefined];
  const http = createServer();
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(http.address() as { port: number }).port}`;
  const provider = new Provider(issuer, {
    ...configuration(people),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, use: "sig", alg: "RS256" }] },
    clients: [
      {
        client_id: "haarvat",
        client_secret: secret,
        redirect_uris: origins.map((origin) => `${origin}/login/back`),
        post_logout_redirect_uris: origins.map((origin) => `${origin}/left`),
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
  });
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.path === "/token" && body?.id_token && forger) ctx.body = { ...body, id_token: await forger(body.id_token) };
  });
  const callback = provider.callback();
  http.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (status) return void response.writeHead(status).end();
    const own = request.url?.startsWith("/log-in/") ? asked(provider, request, response) : callback(request, response);
    return void own.catch(() => response.writeHead(500).end());
  });
  afterAll(() => {
    http.closeAllConnections();
    http.close();
  });
  return {
    settings: {
      issuer: new URL(issuer),
      clientId: "haarvat",
      clientSecret: secret,
      scope: "openid profile email",
      acr,
      algorithms: ["RS256"],
      claims: { name: "name", email: "email", represents: "represents" },
    },
    privateKey,
    kid,
    knows: (subject, claims) => void people.set(subject, claims),
    forges: (by) => void (forger = by),
    answers: (by) => void (status = by),
  };
}

const configuration = (people: ReadonlyMap<string, Claims>): Configuration => ({
  claims: { openid: ["sub", "represents"], profile: ["name"], email: ["email"], acr: null },
  acrValues: ["low", "substantial"],
  cookies: { keys: ["a key of the tests"] },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600 },
  interactions: { url: (_, { uid }) => `/log-in/${uid}` },
  findAccount: (_, subject) => ({ accountId: subject, claims: async () => ({ sub: subject, ...people.get(subject) }) }),
  // Whoever logs in agrees that Haarvat hears who it is.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
    grant.addOIDCScope("openid profile email");
    await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => void (ctx.body = page(`${form}<button form="op.logoutForm" name="logout" value="yes">Ja, log uit</button>`)),
      postLogoutSuccessSource: (ctx) => void (ctx.body = page("Uitgelogd bij de inlogdienst")),
    },
  },
  renderError: (ctx, out) => void (ctx.body = page(out.error)),
});

const page = (body: string) => `<!doctype html><html lang="nl"><title>Inlogdienst</title><body>${body}</body></html>`;

/** The provider's own page: who are you, and with how much certainty. */
async function asked(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") {
    const form = `<form method="post"><label>Wie bent u? <input name="login"></label> <input type="hidden" name="acr" value="low"><button>Ik ben het</button></form>`;
    response.setHeader("content-type", "text/html; charset=utf-8");
    return void response.end(page(form));
  }
  let body = "";
  for await (const piece of request) body += String(piece);
  const fields = new URLSearchParams(body);
  const login = { accountId: fields.get("login") ?? "", acr: fields.get("acr") ?? "low" };
  await provider.interactionFinished(request, response, fields.get("login") ? { login } : { error: "access_denied" });
}

/** Goes the way of a browser from the provider's first page until it sends one back; returns that address. */
export async function logIn(to: string, login: string, acr = "low"): Promise<URL> {
  const jar = new Map<string, string>();
  let [address, init]: [URL, RequestInit] = [new URL(to), {}];
  const { origin } = address;
  for (let step = 0; step < 8; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(address, { ...init, redirect: "manual", headers: { cookie } });
    for (const [, name, value] of answer.headers.getSetCookie().map((one) => /^([^=]+)=([^;]*)/.exec(one)!)) jar.set(name!, value!);
    await answer.arrayBuffer();
    const next = answer.headers.get("location");
    if (next && new URL(next, address).origin !== origin) return new URL(next);
    init = next ? {} : { method: "POST", body: new URLSearchParams({ login, acr }) };
    address = new URL(next ?? address, address);
  }
  throw new Error(`The provider does not let go of ${login}`);
}
