import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const source = resolve(import.meta.dirname, "../../src");
/** The files whose doors read what a form sends. */
export const readers = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test.") && !name.startsWith("platform/"))
  .filter((name) => readFileSync(join(source, name), "utf8").includes("fieldsOf(c)"));

export type Shape = {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
};
export type Ask = { readonly accepts: (fields: Record<string, unknown>) => boolean; readonly shape: Shape };

/** What each door asks, as its own routes say it: the shape to make requests from, and whether a request fits. */
export async function readAsks(): Promise<Map<string, Ask>> {
  const files = await Promise.all(
    readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && readFileSync(join(source, name), "utf8").includes("export const asks ="))
      .map((name) => import(join(source, name)) as Promise<{ asks: Record<string, z.ZodType> }>),
  );
  return new Map(
    files
      .flatMap(({ asks }) => Object.entries(asks))
      .map(([door, schema]) => [
        door,
        { accepts: (fields) => schema.safeParse(fields).success, shape: z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape },
      ]),
  );
}
