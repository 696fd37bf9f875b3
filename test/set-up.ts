import type { TestProject } from "vitest/node";
import { startTestServer } from "./postgres.ts";

/** Once for all test files: one real PostgreSQL with a migrated template. */
export default async function setUp(project: TestProject) {
  const { server, template, stop } = await startTestServer();
  project.provide("server", server);
  project.provide("administrator", { user: template.user, password: template.password });
  return stop;
}

declare module "vitest" {
  interface ProvidedContext {
    server: { host: string; port: number; database: string; secret: string; ssl: boolean };
    administrator: { user: string; password: string };
  }
}
