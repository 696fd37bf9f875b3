import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const source = resolve(import.meta.dirname, "../../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."));
const having = (words: string) => files.filter((name) => readFileSync(join(source, name), "utf8").includes(words));

/** Doors read forms here without saying what they ask. */
export const silent = having("parse(await fieldsOf(c))").filter((name) => !having("export const asks =").includes(name));

export type Shape = {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly allOf?: readonly Shape[];
};
export type Ask = { readonly accepts: (fields: Record<string, unknown>) => boolean; readonly shape: Shape };

/** What each door asks, as its own routes say it: the shape to make requests from, and whether a request fits. */
export async function readAsks(): Promise<Map<string, Ask>> {
  const said = await Promise.all(having("export const asks =").map((name) => import(join(source, name)) as Promise<{ asks: Record<string, z.ZodType> }>));
  return new Map(
    said
      .flatMap(({ asks }) => Object.entries(asks))
      .map(([door, schema]) => [
        door,
        { accepts: (fields) => schema.safeParse(fields).success, shape: z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape },
      ]),
  );
}
