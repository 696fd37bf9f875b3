import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { House } from "#src/platform/house.ts";
import { Notice } from "#src/ui/notice.tsx";
import { viewOf } from "./view.ts";

const megabyte = 1024 * 1024;
/** The one door that takes a file. */
export const importing = "/signals/import";

/** A form is at most a megabyte, a file twenty; what is larger is refused before anybody reads it. */
export function sizes(house: House): MiddlewareHandler {
  const limit = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (c) => c.html(<Notice view={viewOf(c, house, undefined, undefined, house.clock())} title="tooLarge" lead="tooLargeLead" />, 413),
    });
  const [ordinary, file] = [limit(megabyte), limit(20 * megabyte)];
  return (c, next) => (c.req.path === importing ? file : ordinary)(c, next);
}
