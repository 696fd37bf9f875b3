import type { Role } from "#src/kernel/actor.ts";
import type { FactKind } from "#src/learning/signals/index.ts";
import type { View } from "#src/ui/view.ts";
import type { Told } from "./store.ts";

/** Who did it: a name, or what stands in its place. */
export function whoDid({ w }: View, { actorName, actorRole, origin }: Told): string {
  if (actorName) return actorName;
  if (actorRole === "visitor") return w.privacy.byNobody;
  return origin === "command" ? `${w.privacy.byJob}, ${w.privacy.byCommand}` : w.privacy.byJob;
}

/** What it was done to, without any word of it. */
export function objectOf({ w }: View, { objectKind, objectId, objectName, objectTeam, actorId }: Told): string {
  const { object, unknownTeam, unknownPerson } = w.trail;
  if (objectKind === "member") return objectId === actorId ? object.self : object.member(objectName ?? unknownPerson);
  if (objectKind === "draft" || objectKind === "signal") return object[objectKind](objectTeam ?? unknownTeam);
  if (objectKind === "team") return object.team(objectName ?? unknownTeam);
  return object[objectKind as "text"] ?? objectKind;
}

/** What happened, as a sentence goes on after the name. */
export function whatHappened(view: View, told: Told): string {
  const { w } = view;
  const { action, result } = told;
  const object = objectOf(view, told);
  const [, deed, code] = /^(acts-as|role-given|role-taken)-(.+)$/.exec(action) ?? [];
  const role = w.terms.role[code as Role] ?? code;
  const fact = w.reading.fact[action as FactKind] as string | undefined;
  const ofRole = { "acts-as": w.trail.actsAs, "role-given": w.trail.roleGiven, "role-taken": w.trail.roleTaken }[deed ?? ""];
  const said = ofRole
    ? ofRole(role, object)
    : (w.trail.did[action]?.(object) ?? (fact ? w.trail.fact(fact.toLowerCase(), object) : w.trail.other(action, object)));
  return result === "refused" ? `${said} (${w.privacy.refused})` : said;
}
