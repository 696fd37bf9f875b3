// `npm run faults`: kills the application and its database while people write, and says whether anything was lost.
import { parseArgs } from "node:util";
import { faults } from "./faults.ts";

const { values } = parseArgs({ options: { kills: { type: "string", default: "200" }, "database-kills": { type: "string", default: "20" } } });
const began = performance.now();
const say = (words: string) => console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${words}`);

const { wrong, ...summary } = await faults({ application: Number(values.kills), database: Number(values["database-kills"]) }, say);
console.log(JSON.stringify({ ...summary, seconds: Math.round((performance.now() - began) / 1000) }, null, 1));
for (const line of wrong.slice(0, 50)) console.log(line);
console.log(wrong.length === 0 ? "Nothing was lost, nothing doubled, nothing half done." : `${wrong.length} things are wrong.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
