import { Hono } from "hono";
import type { Assets } from "./assets.ts";
import type { Database } from "./database.ts";
import type { Env } from "./door.ts";
import type { Postman } from "./mail/postman.ts";
import { failed, notFound } from "./doors/answers.tsx";
import { serveAssets } from "./doors/assets.ts";
import { crowd } from "./doors/crowd.tsx";
import { alive, ready } from "./doors/health.ts";
import { networkLimits, personLimits } from "./doors/limits.tsx";
import { methods } from "./doors/methods.ts";
import { noted } from "./doors/noted.ts";
import { ownForm } from "./doors/own-form.tsx";
import { safety } from "./doors/safety.ts";
import { sizes } from "./doors/size.tsx";
import { serveTheme } from "./doors/theme.ts";
import { traced } from "./doors/traced.ts";
import { visitor } from "./doors/visitor.tsx";
import type { Running } from "./running.ts";
import type { LoginSettings } from "./settings.ts";

/** What the doors need from outside. */
export type House = {
  readonly learning: Database;
  readonly gate: Database;
  readonly keeper: Database;
  readonly clock: () => Date;
  readonly secret: string;
  /** Cookies go over TLS only. */
  readonly secure: boolean;
  readonly demo: boolean;
  /** The identity provider at which people log in; the demonstration has none. */
  readonly login?: LoginSettings | undefined;
  readonly assets: Assets;
  /** Brings e-mail out; undefined: nothing goes out. */
  readonly postman?: Postman | undefined;
  /** Told of an unexpected error, without anything a person typed. */
  readonly report: (error: unknown, where: string, request?: string) => void;
  readonly running: Running;
};

/**
 * What stands before every door, in order: safety, a name for the request, what can be done at all, what anybody may have, size, how many are inside, how often
 * somebody knocks, who knocks, how often that person does things, and whether a form is ours.
 */
export function openDoors(house: House): Hono<Env> {
  const app = new Hono<Env>();
  app.use(safety(house.secure));
  app.use(noted(house.running.log));
  app.use(methods);
  if (house.running.telemetry) app.use(traced(house.running.telemetry));
  app.get("/health", alive);
  app.get("/ready", ready(house.running.readiness));
  app.get("/assets/theme.css", crowd(house), networkLimits(house), serveTheme(house));
  app.get("/assets/:name", serveAssets(house.assets));
  app.use(sizes(house));
  app.use(crowd(house));
  app.use(networkLimits(house));
  app.use(visitor(house));
  app.use(personLimits(house));
  app.use(ownForm);
  app.notFound(notFound);
  app.onError(failed(house));
  return app;
}
