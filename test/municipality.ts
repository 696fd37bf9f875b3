import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import type { Actor, Role } from "#src/kernel/actor.ts";
import { askingOf, type Audience, type DraftContent, emptyDraft, release } from "#src/gate/drafts/draft.ts";
import { beginDraft, findDraft, releaseSignal } from "#src/gate/drafts/store.ts";
import { dayOf } from "#src/kernel/day.ts";
import { findMandates } from "#src/learning/mandates/index.ts";
import { type Deed, type Fact, findSignal, perform, type Refusal, type Signal } from "#src/learning/signals/index.ts";
import { asActor } from "#src/platform/database.ts";
import type { TestDatabase } from "./database.ts";

export const now = new Date("2026-11-23T10:00:00Z");

export type Municipality = Awaited<ReturnType<typeof aMunicipality>>;

/** A municipality with two access teams, somebody in every role, and a mandate list; at `host` for the doors. */
export async function aMunicipality({ migrator }: TestDatabase, host = `${randomUUID()}.test`) {
  const municipality_id = v7();
  const teams = { oost: v7(), west: v7(), office: v7() };
  const member = (role: Role, team: string, name: string) => ({
    municipality_id,
    id: v7(),
    issuer: "demo",
    subject: name,
    name,
    title: `de ${name}`,
    roles: [role],
    team_id: team,
  });
  const rows = {
    bringer: member("professional", teams.oost, "bringer"),
    teammate: member("professional", teams.oost, "teammate"),
    colleague: member("professional", teams.west, "colleague"),
    facilitator: member("facilitator", teams.west, "facilitator"),
    owner: member("owner", teams.office, "owner"),
    deputy: member("owner", teams.office, "deputy"),
    jurist: member("jurist", teams.office, "jurist"),
    official: member("official", teams.office, "official"),
    executive: member("executive", teams.office, "executive"),
    council: member("council-member", teams.office, "council"),
    advocate: member("advocate", teams.office, "advocate"),
    partner: member("partner", teams.office, "partner"),
    privacy: member("privacy-officer", teams.office, "privacy"),
    administrator: member("administrator", teams.office, "administrator"),
  };
  await migrator.transaction().execute(async (tx) => {
    await tx.insertInto("organisation.municipality").values({ id: municipality_id, name: "Testdorp" }).execute();
    await tx.insertInto("organisation.host").values({ name: host, municipality_id }).execute();
    await tx
      .insertInto("organisation.team")
      .values([
        { municipality_id, id: teams.oost, name: "wijkteam Oost", kind: "access" },
        { municipality_id, id: teams.west, name: "wijkteam West", kind: "access" },
        { municipality_id, id: teams.office, name: "Beleid", kind: "department" },
      ])
      .execute();
    await tx.insertInto("organisation.member").values(Object.values(rows)).execute();
    await tx
      .insertInto("organisation.mandate")
      .values({ municipality_id, id: v7(), level: null, snag: "belief", owner_id: rows.owner.id, deputy_id: rows.deputy.id })
      .execute();
  });
  const people = Object.fromEntries(
    Object.entries(rows).map(([key, { id, roles, team_id }]) => [
      key,
      { memberId: id, municipalityId: municipality_id, role: roles[0]!, teamId: team_id, otherTeamIds: [] } satisfies Actor,
    ]),
  ) as unknown as Record<keyof typeof rows, Actor>;
  return { id: municipality_id, host, teams, ...people };
}

/** A signal as somebody writes and releases it, through the real rules and stores; returns its id. */
export async function aSignal(
  { gate }: TestDatabase,
  bringer: Actor,
  wished: Partial<DraftContent> = {},
  audience: Partial<Audience> = {},
  at: Date = now,
): Promise<string> {
  const id = v7();
  await asActor(gate, bringer, at, async (room) => {
    await beginDraft(room, id, { ...emptyDraft, sentence: "Een briefadres mag hier alleen na de nachtopvang", snags: ["belief"], ...wished });
    const draft = await findDraft(room, id);
    const chosen: Audience = { to: "everyone", readers: [], toOwner: false, ...audience };
    const asking = askingOf(draft!.content, chosen.toOwner, await findMandates(room), bringer.memberId, { harm: 5, other: 10 }, dayOf(at));
    const outcome = release(draft!, bringer, chosen, asking);
    if (typeof outcome === "string") throw new Error(outcome);
    await releaseSignal(room, draft!, outcome, randomUUID());
  });
  return id;
}

/** Does a deed as somebody, as a page would; returns what came of it. */
export const does = ({ learning }: TestDatabase, by: Actor, id: string, rule: (signal: Signal, course: Fact[]) => Deed | Refusal, at: Date = now) =>
  asActor(learning, by, at, (room) => perform(room, id, randomUUID(), undefined, rule));

/** The signal as somebody sees it; undefined when they do not. */
export const seenBy = ({ learning }: TestDatabase, by: Actor, id: string): Promise<Signal | undefined> =>
  asActor(learning, by, now, (room) => findSignal(room, id));

/** Something somebody is writing and has not released; returns its id. */
export async function aDraft({ gate }: TestDatabase, writer: Actor, wished: Partial<DraftContent> = {}): Promise<string> {
  const id = v7();
  await asActor(gate, writer, now, (room) => beginDraft(room, id, { ...emptyDraft, sentence: "Een briefadres mag hier alleen na de nachtopvang", ...wished }));
  return id;
}
