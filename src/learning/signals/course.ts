import type { Role } from "#src/kernel/actor.ts";
import type { Room } from "#src/platform/database.ts";
import type { Fact, FactKind, Part } from "./signal.ts";
import type { State } from "./words.ts";

/** Everything that happened to a signal, in order, with the words this person may read; shielded and erased words are named, not shown. */
export async function findCourse({ tx, actor }: Room, signalId: string): Promise<Fact[]> {
  const municipality = actor.municipalityId;
  const rows = await tx
    .selectFrom("learning.signal_fact as fact")
    .leftJoin("organisation.member as member", (join) =>
      join.onRef("member.municipality_id", "=", "fact.municipality_id").onRef("member.id", "=", "fact.by_member"),
    )
    .leftJoin("organisation.team as team", (join) => join.onRef("team.municipality_id", "=", "fact.municipality_id").onRef("team.id", "=", "fact.by_team"))
    .leftJoin("learning.text as text", (join) =>
      join
        .onRef("text.municipality_id", "=", "fact.municipality_id")
        .onRef("text.signal_id", "=", "fact.signal_id")
        .onRef("text.position", "=", "fact.position"),
    )
    .where("fact.municipality_id", "=", municipality)
    .where("fact.signal_id", "=", signalId)
    .select([
      "fact.position",
      "fact.kind",
      "fact.state",
      "fact.content as codes",
      "by_member",
      "by_role",
      "fact.at",
      "fact.deed",
      "fact.by_team",
      "member.title",
      "team.name as team",
      "text.part",
      "text.content",
      "text.shielded",
      "text.erased_at",
    ])
    .orderBy("fact.position")
    .execute();
  return [...Map.groupBy(rows, ({ position }) => position).values()].map((parts) => {
    const { position, kind, state, codes: content, by_member, by_role, at, deed, by_team, title, team } = parts[0]!;
    const { codes, parts: named, before } = content as Pick<Fact, "codes" | "parts" | "before">;
    const readable = parts.filter(({ part, shielded }) => part !== null && !shielded);
    const said = Object.fromEntries(parts.filter(({ content: words }) => words !== null).map(({ part, content: words }) => [part as Part, words!]));
    const erased = Object.fromEntries(parts.filter(({ erased_at }) => erased_at !== null).map(({ part, erased_at }) => [part as Part, erased_at!]));
    const shielded = named.filter((part) => !readable.some(({ part: read }) => read === part));
    return {
      position,
      kind: kind as FactKind,
      state: state as State,
      codes,
      parts: named,
      before,
      said,
      shielded,
      erased,
      byMember: by_member,
      byRole: by_role as Role,
      byTitle: title ?? "",
      byTeam: team ?? "",
      byTeamId: by_team,
      at,
      deed,
    };
  });
}
