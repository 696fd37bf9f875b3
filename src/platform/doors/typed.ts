import type { Context } from "hono";
import { type Env, fieldsOf } from "#src/platform/door.ts";
import { importing } from "./size.tsx";

/** The words somebody typed into a form that arrived too late; they go back to the same screen and nowhere else. */
export async function typedIn(c: Context<Env>): Promise<string[]> {
  const origin = c.req.header("origin");
  if (c.req.path === importing || (origin !== undefined && origin !== new URL(c.req.url).origin)) return [];
  const fields = await fieldsOf(c).catch((): Record<string, unknown> => ({}));
  return ["sentence", "story", "matters", "text"]
    .map((name) => fields[name])
    .filter((value): value is string => typeof value === "string" && value.trim() !== "");
}
