import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { addDays, type Day, dayOf } from "#src/kernel/day.ts";
import { deliver, routeUnrouted } from "#src/gate/deliver/deliver.ts";
import { asJob, type Database } from "#src/platform/database.ts";
import { type Cast, makeCast } from "./cast.ts";
import { mandates, municipalityName, people, type PersonKey, type TeamKey, teams } from "./people.ts";
import { overseen } from "./overseen.ts";
import { replay } from "./replay.ts";
import { stories } from "./stories/index.ts";

export type Pools = { readonly learning: Database; readonly gate: Database; readonly migrator: Database };

/** Fills an empty database with the demonstration municipality; false when there is one already. */
export async function seedDemo({ learning, gate, migrator }: Pools, now: Date, progress: (words: string) => void): Promise<boolean> {
  const { rows } = await sql`select from organisation.municipality limit 1`.execute(migrator);
  if (rows.length > 0) return false;
  const cast = makeCast();
  await organise(migrator, cast);
  const today = dayOf(now);
  const earliest = [...stories].sort((one, other) => other.daysAgo - one.daysAgo);
  for (const [index, story] of earliest.entries()) {
    await replay({ learning, gate }, cast, story, (after) => momentOf(addDays(today, after - story.daysAgo), index));
    if (index % 20 === 19) progress(`${index + 1} of ${stories.length} signals`);
  }
  await overseen({ learning, gate }, cast, now);
  await routeUnrouted(gate, cast.municipalityId, now);
  while ((await deliver(gate, cast.municipalityId, new Date(now.getTime() + 60_000))) > 0);
  await forget(migrator, cast, addDays(today, -6));
  return true;
}

/** A moment in the working day, a little different for each signal. */
const momentOf = (day: Day, index: number): Date => new Date(Date.parse(`${day}T08:00:00Z`) + ((index * 37) % 400) * 60_000);

async function organise(migrator: Database, { municipalityId, teamId, memberId }: Cast): Promise<void> {
  await migrator.transaction().execute(async (tx) => {
    const municipality_id = municipalityId;
    await tx.insertInto("organisation.municipality").values({ id: municipality_id, name: municipalityName }).execute();
    await tx
      .insertInto("organisation.host")
      .values(["localhost", "127.0.0.1"].map((name) => ({ name, municipality_id })))
      .execute();
    await tx
      .insertInto("organisation.team")
      .values(Object.entries(teams).map(([key, team]) => ({ municipality_id, id: teamId(key as TeamKey), ...team })))
      .execute();
    await tx
      .insertInto("organisation.member")
      .values(
        Object.entries(people).map(([key, { name, title, team, roles, ...person }]) => ({
          municipality_id,
          id: memberId(key as PersonKey),
          issuer: "demo",
          subject: key,
          name,
          title,
          roles: [...roles],
          team_id: teamId(team),
          laws: "laws" in person ? [...person.laws] : [],
        })),
      )
      .execute();
    await tx
      .insertInto("organisation.mandate")
      .values(
        mandates.map(({ level = null, snag = null, owner, deputy }) => ({
          municipality_id,
          id: randomUUID(),
          level,
          snag,
          owner_id: memberId(owner),
          deputy_id: deputy ? memberId(deputy) : null,
        })),
      )
      .execute();
  });
}

/** What happened longer ago than a few days was read by everybody. */
const forget = (migrator: Database, { municipalityId }: Cast, before: Day) =>
  asJob(migrator, municipalityId, new Date(), ({ tx }) =>
    tx
      .updateTable("organisation.message")
      .set({ read_at: new Date(`${before}T12:00:00Z`) })
      .where("municipality_id", "=", municipalityId)
      .where("at", "<", new Date(`${before}T00:00:00Z`))
      .execute(),
  );
