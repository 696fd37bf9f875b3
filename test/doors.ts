import type { Hono } from "hono";
import type { Actor } from "#src/kernel/actor.ts";
import { createApp } from "#src/app.tsx";
import { readAssets } from "#src/platform/assets.ts";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { beginSession } from "#src/platform/session.ts";
import type { TestDatabase } from "./database.ts";
import { now } from "./municipality.ts";
import { unhurried } from "./running.ts";

export type Doors = {
  readonly app: Hono<Env>;
  readonly errors: unknown[];
  setClock: (to: Date) => void;
  as: (actor: Actor, host: string) => Promise<Visitor>;
  /** Whoever sends this cookie, which may belong to nobody. */
  withCookie: (cookie: string, host: string) => Visitor;
};

/** Somebody with a session: reads pages and posts forms as a browser without script would. */
export type Visitor = {
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  post: (path: string, fields?: Fields, headers?: Record<string, string>) => Promise<Response>;
  token: string;
  cookie: string;
};
/** What a form sends; a body is sent as it is, but for the token of a file. */
export type Fields = Record<string, string | readonly string[]> | FormData | URLSearchParams;

/** All doors of the application over a test database, with a clock that can be set; as the demonstration, if nothing else is wished. */
export async function openTestDoors({ learning, gate, keeper, server }: TestDatabase, wishes: Partial<House> = {}): Promise<Doors> {
  let time = now;
  const errors: unknown[] = [];
  const app = createApp({
    learning,
    gate,
    keeper,
    clock: () => time,
    secret: server.secret,
    secure: false,
    demo: true,
    assets: await readAssets(),
    report: (error) => errors.push(error),
    running: unhurried({ learning, gate }, () => time),
    ...wishes,
  });
  const visitor = (cookie: string, token: string, host: string): Visitor => {
    const knock = async (path: string, init: RequestInit, headers: Record<string, string>) =>
      app.fetch(new Request(`http://${host}${path}`, { ...init, headers: { cookie, ...headers } }));
    return {
      cookie,
      token,
      get: (path, headers = {}) => knock(path, {}, headers),
      post: (path, fields = {}, headers = {}) => knock(path, { method: "POST", body: bodyOf(fields, token) }, headers),
    };
  };
  return {
    app,
    errors,
    setClock: (to) => {
      time = to;
    },
    as: async (actor, host) => {
      const cookie = `haarvat=${await beginSession(learning, actor, time)}`;
      const page = await (await visitor(cookie, "", host).get("/mandates")).text();
      return visitor(cookie, /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "", host);
    },
    withCookie: (cookie, host) => visitor(cookie, "", host),
  };
}

function bodyOf(fields: Fields, token: string): BodyInit {
  if (fields instanceof URLSearchParams) return fields;
  if (fields instanceof FormData) {
    fields.set("token", token);
    return fields;
  }
  const body = new URLSearchParams({ token, deed: crypto.randomUUID() });
  for (const [name, value] of Object.entries(fields)) {
    body.delete(name);
    for (const one of [value].flat()) body.append(name, one);
  }
  return body;
}
