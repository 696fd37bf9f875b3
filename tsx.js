// Node strips types but does not read TSX: this hook compiles both, in under a millisecond a file, without a build step.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "oxc-transform";

process.setSourceMapsEnabled(true);
registerHooks({
  load(url, context, nextLoad) {
    if (!/^file:.*\.tsx?$/.test(url) || url.includes("/node_modules/")) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const { code, errors, map } = transformSync(path, readFileSync(path, "utf8"), {
      sourcemap: true,
      jsx: { runtime: "automatic", importSource: "hono/jsx" },
    });
    if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`);
    const inline = Buffer.from(JSON.stringify(map)).toString("base64");
    return { format: "module", shortCircuit: true, source: `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}` };
  },
});
