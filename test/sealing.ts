import { open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { keptIn } from "#src/platform/trail/heads.ts";
import { trailKey } from "#src/platform/trail/key.ts";
import { sealer } from "#src/platform/trail/seal.ts";

// A process that does nothing but seal, until it is killed: what it gets is the server, a municipality and a folder.
const { server, municipalityId, folder } = JSON.parse(process.argv[2]!) as { server: Server; municipalityId: string; folder: string };
const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), server.ssl, 1);
const seal = sealer({ key: trailKey(server.secret), earlierKeys: [], kept: keptIn(folder) }, 3);
console.log("ready");
for (;;) await seal(gate, municipalityId, new Date());
