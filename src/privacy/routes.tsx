import { Hono } from "hono";
import { type Env, only } from "#src/platform/door.ts";
import { erasing } from "./erasing/routes.tsx";
import { privacyPage } from "./first-routes.tsx";
import { keeping } from "./keeping/routes.tsx";
import { looks } from "./looks/routes.tsx";
import { trail } from "./trail/routes.tsx";

/** The pages of the privacy officer; for everybody else they are not there. */
export const privacy = new Hono<Env>()
  .use(only("privacy-officer"))
  .get("/", privacyPage)
  .route("/", looks)
  .route("/", trail)
  .route("/", erasing)
  .route("/", keeping);
