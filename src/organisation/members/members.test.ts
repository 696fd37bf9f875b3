import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { findMandates } from "#src/learning/mandates/index.ts";
import { canAnswer, findColleagues, findReceiver } from "#src/learning/signals/index.ts";
import { asActor } from "#src/platform/database.ts";
import { administratorInside } from "#test/administrator.ts";
import type { Fields } from "#test/doors.ts";
import { aDraft, aSignal, now, seenBy } from "#test/municipality.ts";
import type { Member } from "./member.ts";
import { changeMember, findMember } from "./store.ts";

const { database, house, here, administrator } = await administratorInside();

type Key = "bringer" | "colleague" | "teammate" | "owner" | "deputy" | "official" | "administrator" | "jurist" | "facilitator" | "advocate" | "partner";
const memberOf = async (key: Key): Promise<Member> => (await asActor(database.gate, here.administrator, now, (room) => findMember(room, here[key].memberId)))!;
const at = (key: Key, deed = "") => `/members/${here[key].memberId}${deed}`;
const filledIn = async (key: Key, changes: Fields = {}): Promise<Record<string, string | readonly string[]>> => {
  const { name, title, email, roles, teamId, otherTeamIds, laws, language, version } = await memberOf(key);
  return {
    name,
    title,
    email: email ?? "",
    roles,
    team: teamId,
    others: otherTeamIds,
    laws,
    language,
    version: String(version),
    ...(changes as Record<string, string>),
  };
};
const entriesOf = async (key: Key) =>
  (await database.migrator.selectFrom("trail.entry").select("action").where("object_id", "=", here[key].memberId).execute()).map(({ action }) => action);

describe("the list", () => {
  const names = async (query: string) =>
    [...(await (await administrator.get(`/members${query}`)).text()).matchAll(/href="\/members\/[0-9a-f-]{36}">([^<]+)</g)].map(([, name]) => name);

  test("finds people by name, team and role, all of it in the address", async () => {
    expect(await names("")).toHaveLength(14);
    expect(await names("?q=FACIL")).toEqual(["facilitator"]);
    expect(await names(`?team=${here.teams.oost}`)).toEqual(["bringer", "teammate"]);
    expect(await names("?role=owner")).toEqual(["deputy", "owner"]);
    expect(await names("?q=%25")).toEqual([]);
    expect(await names("?team=x&role=koning&left=soms&page=-1")).toHaveLength(14);
  });

  test("leaves a trail of who looked", async () => {
    const looks = () =>
      database.migrator
        .selectFrom("trail.entry")
        .select("id")
        .where("object_id", "=", here.id)
        .where("action", "=", "looked")
        .where("purpose", "=", "members")
        .execute();
    const before = (await looks()).length;
    await administrator.get("/members");
    expect((await looks()).length).toBe(before + 1);
  });
});

describe("a change", () => {
  test("of everything an administrator keeps is written, and each role given or taken is in the trail as a code", async () => {
    const wish = await filledIn("official", {
      name: "Nieuwe Naam",
      title: "inkoper",
      email: "n@voorbeeld.nl",
      roles: ["owner", "jurist"],
      team: here.teams.west,
      others: [here.teams.oost],
      laws: ["wmo"],
      language: "en",
    });
    expect((await administrator.post(at("official"), wish)).status).toBe(303);
    expect(await memberOf("official")).toMatchObject({
      name: "Nieuwe Naam",
      title: "inkoper",
      email: "n@voorbeeld.nl",
      roles: ["owner", "jurist"],
      teamId: here.teams.west,
      otherTeamIds: [here.teams.oost],
      laws: ["wmo"],
      language: "en",
      version: 2,
    });
    expect(await entriesOf("official")).toEqual(
      expect.arrayContaining(["looked", "member-changed", "role-given-owner", "role-given-jurist", "role-taken-official"]),
    );
  });

  test("that takes a role away ends the session that acts in it, at the next request", async () => {
    const visitor = await house.as(here.jurist, here.host);
    expect((await visitor.get("/signals")).status).toBe(200);
    await administrator.post(at("jurist"), await filledIn("jurist", { roles: ["partner"] }));
    expect((await visitor.get("/signals")).status).toBe(303);
    await administrator.post(at("jurist"), await filledIn("jurist", { roles: ["jurist"] }));
  });

  test("keeps the order of roles that stay: in the first one a session begins", async () => {
    await administrator.post(at("advocate"), await filledIn("advocate", { roles: ["professional", "advocate", "jurist"] }));
    expect((await memberOf("advocate")).roles).toEqual(["advocate", "professional", "jurist"]);
    await administrator.post(at("advocate"), await filledIn("advocate", { roles: ["advocate"] }));
  });

  test("that is refused says why, keeps what was typed and changes nothing", async () => {
    const answer = await administrator.post(at("bringer"), await filledIn("bringer", { name: "", email: "geen adres" }));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ["Vul een naam in.", "Vul een e-mailadres in", `value="geen adres"`]) expect(page).toContain(words);
    expect(await memberOf("bringer")).toMatchObject({ name: "bringer", version: 1 });
  });

  test("on a page that was out of date shows both", async () => {
    const seen = await filledIn("facilitator", { title: "coach van de wijk" });
    await administrator.post(at("facilitator"), await filledIn("facilitator", { title: "leercoach" }));
    const stale = await administrator.post(at("facilitator"), seen);
    expect(stale.status).toBe(409);
    const page = await stale.text();
    for (const words of ["<td>leercoach</td>", "<td>coach van de wijk</td>"]) expect(page).toContain(words);
    expect((await memberOf("facilitator")).title).toBe("leercoach");
  });

  test("never leaves a municipality without an administrator, nor gives a role to whoever makes it", async () => {
    const own = async (roles: string[]) => (await administrator.post(at("administrator"), await filledIn("administrator", { roles }))).text();
    expect(await own(["partner"])).toContain("Er is geen andere beheerder");
    expect(await own(["administrator", "professional"])).toContain("geeft een andere beheerder u");
    expect((await administrator.post(at("administrator", "/let-go"))).status).toBe(422);
    expect(await memberOf("administrator")).toMatchObject({ roles: ["administrator"], endedAt: null });
  });
});

describe("who leaves", () => {
  test("is logged out everywhere at once, is offered to nobody as a colleague, and may come back with nothing but new sessions", async () => {
    const visitor = await house.as(here.colleague, here.host);
    expect((await visitor.get("/")).status).toBe(200);
    expect((await administrator.post(at("colleague", "/let-go"))).status).toBe(303);
    expect((await visitor.get("/")).status).toBe(303);
    expect((await visitor.post("/seen")).status).toBe(401);
    const colleagues = await asActor(database.learning, here.bringer, now, (room) => findColleagues(room, ["professional"]));
    expect(colleagues.map(({ id }) => id)).toEqual([here.teammate.memberId]);
    expect(await (await administrator.get("/members")).text()).not.toContain(at("colleague"));
    expect(await (await administrator.get("/members?left=yes")).text()).toContain(at("colleague"));
    await administrator.post(at("colleague", "/bring-back"));
    expect((await visitor.get("/")).status).toBe(303);
    expect(await memberOf("colleague")).toMatchObject({ endedAt: null, roles: ["professional"] });
    expect(await entriesOf("colleague")).toEqual(expect.arrayContaining(["member-let-go", "all-sessions-ended", "member-brought-back"]));
  });

  test("leaves signals where they are, and drafts for the team to take over", async () => {
    const [signal, draft] = [await aSignal(database, here.bringer), await aDraft(database, here.bringer)];
    await administrator.post(at("bringer", "/let-go"));
    expect(await seenBy(database, here.teammate, signal)).toMatchObject({ id: signal });
    const teammate = await house.as(here.teammate, here.host);
    expect(await (await teammate.get("/drafts")).text()).toContain("werkt hier niet meer, neem het over");
    expect((await teammate.post(`/drafts/${draft}/take-over`)).status).toBe(303);
    expect((await teammate.get(`/drafts/${draft}/release`)).status).toBe(200);
    await administrator.post(at("bringer", "/bring-back"));
  });

  test("is shown with what they answered, and is asked nothing more: the deputy is, or nobody", async () => {
    expect(await (await administrator.get(at("owner"))).text()).toContain("Kies daar iemand anders");
    await administrator.post(at("owner", "/let-go"));
    expect(await (await administrator.get(at("owner"))).text()).toContain("Idee over een regel");
    const mandates = () => asActor(database.learning, here.bringer, now, findMandates);
    expect(await mandates()).toMatchObject([{ ownerId: here.deputy.memberId, deputyId: null, ownerLeft: false }]);
    expect(await asActor(database.learning, here.bringer, now, (room) => findReceiver(room, here.owner.memberId))).toBeUndefined();
    expect((await asActor(database.learning, here.bringer, now, (room) => findColleagues(room, canAnswer))).map(({ id }) => id)).not.toContain(
      here.owner.memberId,
    );
    await administrator.post(at("deputy", "/let-go"));
    expect(await mandates()).toEqual([]);
    expect(await (await administrator.get("/mandates")).text()).toContain("werkt hier niet meer");
    for (const key of ["owner", "deputy"] as const) await administrator.post(at(key, "/bring-back"));
  });

  test("cannot come back into a team that ended", async () => {
    await administrator.post("/teams", { name: "wijkteam Kort", kind: "access" });
    const { id } = await database.migrator.selectFrom("organisation.team").select("id").where("name", "=", "wijkteam Kort").executeTakeFirstOrThrow();
    await administrator.post(at("teammate"), await filledIn("teammate", { team: id }));
    await administrator.post(at("teammate", "/let-go"));
    await administrator.post(`/teams/${id}/end`);
    expect((await administrator.post(at("teammate", "/bring-back"))).status).toBe(422);
    await administrator.post(at("teammate"), await filledIn("teammate", { team: here.teams.oost }));
    expect((await administrator.post(at("teammate", "/bring-back"))).status).toBe(303);
  });
});

test("of two administrators who take that role from each other at once, one stays", async () => {
  await administrator.post(at("partner"), await filledIn("partner", { roles: ["administrator"] }));
  const other = await house.as({ ...here.partner, role: "administrator" }, here.host);
  const [one, two] = [await filledIn("partner", { roles: ["partner"] }), await filledIn("administrator", { roles: ["partner"] })];
  await Promise.all([administrator.post(at("partner"), one), other.post(at("administrator"), two)]);
  const roles = [(await memberOf("partner")).roles, (await memberOf("administrator")).roles];
  expect(roles.filter((those) => those.includes("administrator"))).toHaveLength(1);
  await sql`update organisation.member set roles = '{administrator}' where id = ${here.administrator.memberId}`.execute(database.migrator);
});

describe("the database itself", () => {
  test("lets nobody but an administrator change a member, and nobody remove one", async () => {
    const colleague = await memberOf("colleague");
    const wish = { ...colleague, email: "", roles: ["administrator"] as const };
    for (const key of ["bringer", "colleague", "owner", "privacy"] as const) {
      const changed = await asActor(database.gate, here[key], now, (room) => changeMember(room, colleague, wish, colleague.version));
      expect([key, changed]).toEqual([key, false]);
    }
    await expect(asActor(database.learning, here.colleague, now, (room) => changeMember(room, colleague, wish, colleague.version))).rejects.toThrow(
      /permission denied/,
    );
    for (const pool of [database.gate, database.learning])
      await expect(asActor(pool, here.administrator, now, ({ tx }) => sql`delete from organisation.member`.execute(tx))).rejects.toThrow(/permission denied/);
  });

  test("shows an administrator no content, not through the gate either", async () => {
    await aSignal(database, here.bringer);
    for (const table of ["learning.signal", "learning.signal_fact", "learning.text", "learning.addressed", "draft.draft"])
      expect((await asActor(database.gate, here.administrator, now, ({ tx }) => sql`select from ${sql.table(table)}`.execute(tx))).rows).toEqual([]);
  });
});
