import { describe, expect, test } from "vitest";
import type { Mandate } from "#src/learning/mandates/index.ts";
import { bringer, now, teammate, terms, today } from "#test/in-memory.ts";
import { askingOf, type Asking, type Audience, type Draft, type DraftContent, emptyDraft, release } from "./draft.ts";

const mandates: Mandate[] = [{ level: null, snag: "belief", ownerId: "owner", deputyId: "deputy" }];
const content: DraftContent = { ...emptyDraft, sentence: "Een briefadres mag hier alleen na de nachtopvang", snags: ["belief"] };
const draftOf = (wished: Partial<DraftContent> = {}): Draft => ({
  id: "draft",
  memberId: "bringer",
  teamId: "oost",
  writer: "consulent",
  writerLeft: false,
  content: { ...content, ...wished },
  cleared: [],
  version: 3,
  savedAt: now,
});
const everyone: Audience = { to: "everyone", readers: [], toOwner: false };
const nobody: Asking = { askedId: null, deputyId: null, answerDue: null, routeDue: null };

describe("releasing", () => {
  test("needs only the sentence and for whom", () => {
    const { story, ...rest } = draftOf({ story: "" }).content;
    expect(release(draftOf(), bringer, everyone, nobody)).toMatchObject({
      content: { ...rest, story },
      audience: everyone,
      deed: { kind: "released", to: "open", codes: { audience: "everyone" } },
    });
    expect(release(draftOf({ sentence: " \n" }), bringer, everyone, nobody)).toBe("sentence-missing");
    expect(release(draftOf(), bringer, undefined, nobody)).toBe("choice-missing");
  });

  test("chosen colleagues are at least one", () => {
    expect(release(draftOf(), bringer, { ...everyone, to: "chosen" }, nobody)).toBe("readers-missing");
    expect(release(draftOf(), bringer, { ...everyone, to: "chosen", readers: ["colleague"] }, nobody)).toMatchObject({ audience: { readers: ["colleague"] } });
  });

  test("is done by whoever writes it, by nobody else of the team", () => {
    expect(release(draftOf(), teammate, everyone, nobody)).toBe("not-the-bringer");
    expect(release({ ...draftOf(), memberId: "teammate" }, teammate, everyone, nobody)).toMatchObject({ deed: { kind: "released" } });
  });

  test("what mattered is never lost, also when it was not asked", () => {
    const matters = "Dat haar zoon op school kan blijven";
    expect(release(draftOf({ matters, mattersSource: "said" }), bringer, everyone, nobody)).toMatchObject({ deed: { said: { matters } } });
    expect(release(draftOf({ matters, mattersSource: "not-asked" }), bringer, everyone, nobody)).toMatchObject({ deed: { said: { matters } } });
  });
});

describe("who is asked, as one reads it before releasing", () => {
  const asking = (wished: Partial<DraftContent>, toOwner = false) => askingOf({ ...content, ...wished }, toOwner, mandates, "bringer", terms, today);

  test("what got stuck goes to whoever has the mandate, within ten working days, or five when it harms", () => {
    expect(asking({})).toEqual({ askedId: "owner", deputyId: "deputy", answerDue: "2026-12-07", routeDue: null });
    expect(asking({ harm: true })).toMatchObject({ answerDue: "2026-11-30" });
  });

  test("what nobody is listed for keeps its term and comes to the facilitator after two working days", () => {
    expect(asking({ snags: ["view"] })).toEqual({ askedId: null, deputyId: null, answerDue: "2026-12-07", routeDue: "2026-11-25" });
    expect(askingOf({ ...content, snags: [] }, false, mandates, "bringer", terms, "2026-11-20")).toMatchObject({ routeDue: "2026-11-24" });
  });

  test("what works asks nobody for anything", () => {
    expect(asking({ kind: "works" }, true)).toEqual(nobody);
  });

  test("a way around asks somebody only when its bringer wants that", () => {
    expect(asking({ kind: "around" })).toEqual(nobody);
    expect(asking({ kind: "around" }, true)).toMatchObject({ askedId: "owner", answerDue: "2026-12-07" });
  });
});
