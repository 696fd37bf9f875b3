import { sql } from "kysely";
import { v7 } from "uuid";
import { findDraft, remove } from "#src/gate/drafts/store.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { withdraw } from "#src/learning/signals/conversation.ts";
import { asActor } from "#src/platform/database.ts";
import { invite } from "#src/platform/invitation/store.ts";
import type { TestDatabase } from "#test/database.ts";
import { aDraft, aSignal, does, type Municipality, now } from "#test/municipality.ts";
import type { Home, People } from "./visitors.ts";

/** What an address can name, with what decides who may have it. */
export type Thing = {
  readonly name: string;
  readonly id: string;
  readonly kind: "signal" | "draft" | "mandate" | "member" | "team" | "invitation" | "nothing";
  readonly home?: Home;
  readonly by?: string;
  readonly team?: string;
  readonly audience?: "bringer" | "chosen" | "team" | "everyone";
  readonly shielded?: boolean;
  readonly removed?: boolean;
  /** A word that stands in its text and nowhere else, and one beside it to look for. */
  readonly word?: string;
  readonly beside?: string;
};

export type Place = { readonly database: TestDatabase; readonly here: Municipality; readonly elsewhere: Municipality; readonly people: People };
type Maker = (place: Place) => Promise<Omit<Thing, "name">>;

const nothing: Maker = async () => ({ id: v7(), kind: "nothing" });
const words = (name: string) => ({ word: `woordvan${name}`, beside: `naast${name}`, sentence: `Het loket was dicht, woordvan${name} naast${name}` });

const signal =
  (name: string, audience: "chosen" | "team" | "everyone", more?: (place: Place, id: string) => Promise<Partial<Thing>>): Maker =>
  async (place) => {
    const { sentence, ...found } = words(name);
    const readers = audience === "chosen" ? [place.people.reader.memberId] : [];
    const id = await aSignal(place.database, place.people.bringer, { sentence }, { to: audience, readers });
    await addressed(place, id, place.people.addressed);
    return { id, kind: "signal", home: "here", by: "bringer", team: "oost", audience, ...found, ...(await more?.(place, id)) };
  };

/** Asked to answer it, as if it had been passed on to this person: whoever it is addressed to may have any role by now. */
async function addressed({ database: { migrator } }: Place, id: string, { memberId, municipalityId }: Actor): Promise<void> {
  for (const [table, key] of [
    ["signal", "id"],
    ["signal_fact", "signal_id"],
    ["text", "signal_id"],
  ] as const)
    await sql`update ${sql.table(`learning.${table}`)} set addressed_to = addressed_to || ${memberId}::uuid where ${sql.ref(key)} = ${id}`.execute(migrator);
  await migrator.insertInto("learning.addressed").values({ municipality_id: municipalityId, member_id: memberId, signal_id: id, at: now }).execute();
}

const draft =
  (name: string, by: "bringer" | "colleague", team: string): Maker =>
  async ({ database, people }) => {
    const { sentence, ...found } = words(name);
    return { id: await aDraft(database, people[by], { sentence }), kind: "draft", home: "here", by, team, ...found };
  };

const thrownAway: Maker = async (place) => {
  const made = await draft("removed", "bringer", "oost")(place);
  await asActor(place.database.gate, place.people.bringer, now, async (room) => remove(room, (await findDraft(room, made.id))!, now));
  return { ...made, removed: true };
};

const mandate =
  (home: Home): Maker =>
  async ({ database, ...places }) => {
    const { id: municipality_id, owner } = places[home];
    const id = v7();
    // Every pair of level and snag has one line: the one that was made before makes room.
    const given = { municipality_id, level: "habit", snag: "system" };
    await database.migrator.deleteFrom("organisation.mandate").where("municipality_id", "=", municipality_id).where("level", "=", "habit").execute();
    await database.migrator
      .insertInto("organisation.mandate")
      .values({ ...given, id, owner_id: owner.memberId })
      .execute();
    return { id, kind: "mandate", home };
  };

const team =
  (home: Home): Maker =>
  async ({ database, ...places }) => {
    const id = v7();
    await database.migrator.insertInto("organisation.team").values({ municipality_id: places[home].id, id, name: id, kind: "outside" }).execute();
    return { id, kind: "team", home };
  };

/** Somebody nobody else is, to be let go. */
const somebody =
  (home: Home): Maker =>
  async ({ database, ...places }) => {
    const [id, at] = [v7(), places[home]];
    await database.migrator
      .insertInto("organisation.member")
      .values({ municipality_id: at.id, id, issuer: "demo", subject: id, name: "Iemand", title: "iemand", roles: ["partner"], team_id: at.teams.office })
      .execute();
    return { id, kind: "member", home };
  };

const invitation =
  (home: Home): Maker =>
  async ({ database, ...places }) => {
    const at = places[home];
    const wished = { email: `${v7()}@voorbeeld.nl`, name: "Iemand", title: "iemand", roles: ["partner"], teamId: at.teams.office } as const;
    const { id } = await asActor(database.learning, at.administrator, now, (room) => invite(room, wished));
    return { id, kind: "invitation", home };
  };

/** Everything an address of a kind can be filled with. */
export const makers = {
  signal: {
    everyone: signal("everyone", "everyone"),
    team: signal("team", "team"),
    chosen: signal("chosen", "chosen"),
    withdrawn: signal("withdrawn", "everyone", async ({ database, people }, id) => {
      await does(database, people.bringer, id, (found) => withdraw(found, people.bringer));
      return { audience: "bringer" };
    }),
    shielded: signal("shielded", "everyone", async ({ database }, id) => {
      await sql`update learning.text set shielded = true where signal_id = ${id}`.execute(database.migrator);
      return { shielded: true };
    }),
    unreleased: draft("unreleased", "bringer", "oost"),
    foreign: async ({ database, elsewhere }) => {
      const { sentence, ...found } = words("foreign");
      return { id: await aSignal(database, elsewhere.bringer, { sentence }), kind: "signal", home: "elsewhere", audience: "everyone", ...found };
    },
    absent: nothing,
  },
  draft: {
    own: draft("own", "bringer", "oost"),
    theirs: draft("theirs", "colleague", "west"),
    removed: thrownAway,
    released: signal("released", "team"),
    foreign: async ({ database, elsewhere }) => {
      const { sentence, ...found } = words("foreigndraft");
      return { id: await aDraft(database, elsewhere.bringer, { sentence }), kind: "draft", home: "elsewhere", team: "elsewhere's oost", ...found };
    },
    absent: nothing,
  },
  team: { here: team("here"), foreign: team("elsewhere"), absent: nothing },
  somebody: { here: somebody("here"), foreign: somebody("elsewhere"), absent: nothing },
  invitation: { here: invitation("here"), foreign: invitation("elsewhere"), absent: nothing },
  mandate: { here: mandate("here"), foreign: mandate("elsewhere"), absent: nothing },
  member: {
    here: async ({ people }) => ({ id: people.colleague.memberId, kind: "member", home: "here" }),
    foreign: async ({ people }) => ({ id: people.stranger.memberId, kind: "member", home: "elsewhere" }),
    absent: nothing,
  },
} satisfies Record<string, Record<string, Maker>>;
export type Kind = keyof typeof makers;

export const make = async (place: Place, kind: Kind, name: string): Promise<Thing> => ({
  name,
  ...(await (makers[kind] as Record<string, Maker>)[name]!(place)),
});
