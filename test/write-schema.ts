// Writes src/platform/schema.ts from a freshly migrated database: `npm run schema`. The drift test compares.
import { writeFile } from "node:fs/promises";
import { startTestServer } from "./postgres.ts";
import { schemaText } from "./schema-text.ts";

const { template, stop } = await startTestServer();
try {
  await writeFile(new URL("../src/platform/schema.ts", import.meta.url), await schemaText(template));
} finally {
  await stop();
}
