import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Env } from "#src/platform/door.ts";

/** How a cookie is called: `__Host-` where there is TLS, so that no other host can set it; browsers refuse that on a plain loopback address. */
export const cookieName = (secure: boolean, name = "haarvat"): string => (secure ? `__Host-${name}` : name);

/** Gives the secret of a session, or with a name of its own something else that only this browser brings back; without `seconds` until it is closed. */
export function giveCookie(c: Context<Env>, value: string, name?: string, seconds?: number): void {
  const { secure } = c.var;
  setCookie(c, cookieName(secure, name), value, { httpOnly: true, sameSite: "Lax", path: "/", secure, ...(seconds && { maxAge: seconds }) });
}

export const readCookie = (c: Context<Env>, name?: string): string | undefined => getCookie(c, cookieName(c.var.secure, name));

export const dropCookie = (c: Context<Env>, name?: string): void => void deleteCookie(c, cookieName(c.var.secure, name), { path: "/", secure: c.var.secure });
