import { readFile, writeFile } from "node:fs/promises";
import { readTaken } from "#src/gate/import/file.ts";
import { importSignals } from "#src/gate/import/store.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { findCourse, type Signal, signalRows } from "#src/learning/signals/index.ts";
import { exported } from "#src/learning/overview/export.ts";
import { asActor, asJob, type Database, open, type Room, type Server } from "#src/platform/database.ts";
import { startEmbedded } from "#src/platform/embedded.ts";
import { migrate } from "#src/platform/migrate.ts";
import { findMunicipality } from "#src/platform/municipality.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { erasureKey } from "#src/platform/words-hash.ts";
import { namesDatabase, readDatabaseSettings } from "./settings/settings.ts";
import { fromCaller, progress, Refused } from "./progress.ts";

/** Writes every signal of a municipality that somebody but its bringer may read, without ids of people. */
export async function exportAll({ host, out, data }: { host: string; out?: string; data: string }): Promise<void> {
  const say = progress();
  await atGate(data, async (gate) => {
    const { id } = await municipalityAt(gate, host);
    const exporting = async (room: Room) => {
      await leaveTrail(room, { action: "exported", objectKind: "municipality", objectId: id, purpose: "learning" });
      const rows = (await signalRows(room.tx, id)
        .where("audience", "<>", "bringer")
        .orderBy("released_at", "desc")
        .orderBy("signal.id", "desc")
        .execute()) as Signal[];
      const taken = [];
      for (const [index, signal] of rows.entries()) {
        taken.push(exported({ ...signal, sentence: null }, await findCourse(room, signal.id)));
        if (index % 500 === 499) say(`${index + 1} of ${rows.length} signals`);
      }
      return taken;
    };
    const signals = await asJob(gate, id, new Date(), exporting, "command");
    const json = JSON.stringify({ haarvat: 1, signals }, null, 1);
    if (out) await writeFile(fromCaller(out), json);
    else process.stdout.write(`${json}\n`);
    console.error(`${signals.length} signals written.`);
  });
}

/** Reads signals in, all or none, with a facilitator of the municipality as their bringer. */
export async function importAll(file: string, { as, host, data }: { as: string; host: string; data: string }): Promise<void> {
  const taken = readTaken(await readFile(fromCaller(file), "utf8").catch(() => ""));
  if (!taken) throw new Refused(`${file} is not a file with signals of Haarvat. Nothing has changed.`);
  await atGate(data, async (gate, server) => {
    const { id } = await municipalityAt(gate, host);
    const actor = await facilitator(gate, id, as);
    const outcome = await asActor(gate, actor, new Date(), (room) => importSignals(room, taken, erasureKey(server.secret, id)), "command");
    if ("recognisable" in outcome) throw new Refused(`In ${outcome.recognisable} signals somebody can be recognised. Nothing was read in.`);
    console.log(`${outcome.fresh} signals read in, ${outcome.known} were here already.`);
  });
}

async function atGate(data: string, work: (gate: Database, server: Server) => Promise<void>): Promise<void> {
  const embedded = namesDatabase(process.env) ? undefined : await startEmbedded(data);
  try {
    if (embedded) await migrate(embedded.server, embedded.administrator);
    const server = embedded?.server ?? readDatabaseSettings(process.env).server;
    const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), server.ssl, 1);
    await work(gate, server).finally(() => gate.destroy());
  } finally {
    await embedded?.stop();
  }
}

async function municipalityAt(gate: Database, host: string) {
  const found = await findMunicipality(gate, host);
  if (!found) throw new Refused(`There is no municipality at ${host}.`);
  return found;
}

async function facilitator(gate: Database, municipalityId: string, subject: string): Promise<Actor> {
  const row = await asJob(gate, municipalityId, new Date(), ({ tx }) =>
    tx
      .selectFrom("organisation.member")
      .select(["id", "team_id", "roles"])
      .where("municipality_id", "=", municipalityId)
      .where("subject", "=", subject)
      .where("ended_at", "is", null)
      .executeTakeFirst(),
  );
  if (!row?.roles.includes("facilitator")) throw new Refused(`${subject} is not a facilitator of this municipality.`);
  return { memberId: row.id, municipalityId, role: "facilitator", teamId: row.team_id, otherTeamIds: [] };
}
