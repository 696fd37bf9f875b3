import type { MiddlewareHandler } from "hono";

const known = ["GET", "HEAD", "POST"];

/** Pages are read and forms are posted; nothing else is done here, and its body is not read. */
export const methods: MiddlewareHandler = async (c, next) => (known.includes(c.req.method) ? next() : c.body(null, 405, { allow: known.join(", ") }));
