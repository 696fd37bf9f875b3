import { v7 } from "uuid";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { Mandate } from "./mandate.ts";

export type Listed = Mandate & {
  readonly id: string;
  readonly owner: string;
  readonly ownerLeft: boolean;
  readonly deputy: string | null;
  readonly deputyLeft: boolean;
};

const rows = ({ tx, actor }: Room) =>
  tx
    .selectFrom("organisation.mandate as mandate")
    .innerJoin("organisation.member as owner", (join) =>
      join.onRef("owner.municipality_id", "=", "mandate.municipality_id").onRef("owner.id", "=", "mandate.owner_id"),
    )
    .leftJoin("organisation.member as deputy", (join) =>
      join.onRef("deputy.municipality_id", "=", "mandate.municipality_id").onRef("deputy.id", "=", "mandate.deputy_id"),
    )
    .where("mandate.municipality_id", "=", actor.municipalityId)
    .select(["mandate.id", "level", "snag", "owner_id as ownerId", "deputy_id as deputyId", "owner.title as owner", "deputy.title as deputy"])
    .select(["owner.ended_at as ownerEnded", "deputy.ended_at as deputyEnded"])
    .orderBy("snag", (order) => order.nullsLast())
    .orderBy("level", (order) => order.nullsLast());

/** The mandate list of this municipality, the most specific first, with who left. */
export async function findListed(room: Room): Promise<Listed[]> {
  const found = await rows(room).execute();
  return found.map(({ ownerEnded, deputyEnded, ...row }) => ({ ...row, ownerLeft: ownerEnded !== null, deputyLeft: deputyEnded !== null }) as Listed);
}

/** The same as far as somebody can be asked: who left is not, and a deputy then stands in the first place. */
export const findMandates = async (room: Room): Promise<Listed[]> =>
  (await findListed(room)).flatMap((line) => {
    const { ownerLeft, deputyId, deputy, deputyLeft } = line;
    const alone = { ...line, deputyId: null, deputy: null, deputyLeft: false };
    if (!ownerLeft) return [deputyLeft ? alone : line];
    return deputyId === null || deputy === null || deputyLeft ? [] : [{ ...alone, ownerId: deputyId, owner: deputy, ownerLeft: false }];
  });

/** A line in which somebody is named, and as what. */
export type NamedMandate = Pick<Mandate, "level" | "snag"> & { readonly as: "owner" | "deputy" };

/** Where this person is named: when they leave, somebody else is needed there. */
export const findMandatesOf = async (room: Room, memberId: string): Promise<NamedMandate[]> =>
  (await findListed(room))
    .filter(({ ownerId, deputyId }) => ownerId === memberId || deputyId === memberId)
    .map(({ level, snag, ownerId }) => ({ level, snag, as: ownerId === memberId ? "owner" : "deputy" }));

/** Adds a line; false when this level and place already have somebody. */
export async function addMandate(room: Room, { level, snag, ownerId, deputyId }: Mandate): Promise<boolean> {
  const id = v7();
  const added = await room.tx
    .insertInto("organisation.mandate")
    .values({ municipality_id: room.actor.municipalityId, id, level, snag, owner_id: ownerId, deputy_id: deputyId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return false;
  await leaveTrail(room, { action: "mandate-added", objectKind: "mandate", objectId: id, purpose: "routing" });
  return true;
}

export async function removeMandate(room: Room, id: string): Promise<boolean> {
  const gone = await room.tx
    .deleteFrom("organisation.mandate")
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return false;
  await leaveTrail(room, { action: "mandate-removed", objectKind: "mandate", objectId: id, purpose: "routing" });
  return true;
}

/** Whether this very line is there: the same form sent twice adds it once. */
export const isListed = async (room: Room, { level, snag, ownerId, deputyId }: Mandate): Promise<boolean> =>
  (await findListed(room)).some((line) => line.level === level && line.snag === snag && line.ownerId === ownerId && line.deputyId === deputyId);
