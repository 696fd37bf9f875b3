import type { Context } from "hono";
import type { Env } from "#src/platform/door.ts";

/** Where this application is for whoever knocks: behind a proxy that ends TLS, a request arrives without it. */
export const originOf = (c: Context<Env>): string => {
  const { protocol, host } = new URL(c.req.url);
  return `${c.var.secure ? "https:" : protocol}//${host}`;
};

/** Whether the page that sends this is somebody else's, as far as the browser says. */
export const isForeign = (c: Context<Env>): boolean => {
  const origin = c.req.header("origin");
  return (origin !== undefined && origin !== originOf(c) && origin !== new URL(c.req.url).origin) || c.req.header("sec-fetch-site") === "cross-site";
};

/** Whether a script of ours asks, and not somebody who reads the answer. */
export const isQuiet = (c: Context<Env>): boolean => c.req.header("accept") === "application/json";
