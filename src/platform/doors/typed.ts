import type { Context } from "hono";
import { type Env, fieldsOf } from "#src/platform/door.ts";
import { type Posted, wordFields } from "#src/ui/busy.tsx";
import { isForeign } from "./foreign.ts";
import { importing } from "./size.tsx";

/** The words somebody typed into a form that arrived too late; they go back to the same screen and nowhere else. */
export async function typedIn(c: Context<Env>): Promise<string[]> {
  if (c.req.path === importing || isForeign(c)) return [];
  const fields = await fieldsOf(c).catch((): Record<string, unknown> => ({}));
  return wordFields.map((name) => fields[name]).filter((value): value is string => typeof value === "string" && value.trim() !== "");
}

/** Everything a form of ours held but files, so that the very same can be sent again; nothing of a form from elsewhere. */
export async function postedIn(c: Context<Env>): Promise<Posted | undefined> {
  // Asked before anybody is known, and before it is known whether a proxy ends TLS: the host decides.
  const origin = c.req.header("origin");
  const host = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
  if ((origin !== undefined && host !== new URL(c.req.url).host) || c.req.header("sec-fetch-site") === "cross-site") return undefined;
  if (c.req.path === importing) return undefined;
  const fields = await fieldsOf(c).catch((): Record<string, unknown> => ({}));
  const all = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one: unknown) => [name, one] as const));
  return { path: c.req.path, fields: all.filter((field): field is [string, string] => typeof field[1] === "string") };
}
