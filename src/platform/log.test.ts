import fc from "fast-check";
import { expect, test } from "vitest";
import { type Level, logTo, reportTo } from "./log.ts";

const written = (least?: Level) => {
  const lines: string[] = [];
  return {
    lines,
    log: logTo(
      (line) => lines.push(line),
      least,
      () => new Date("2026-11-23T10:00:00Z"),
    ),
  };
};

test("a line is one JSON object that says when, how grave and what", () => {
  const { lines, log } = written();
  log("info", "request", { door: "/signals/:id", status: 200, municipality: undefined });
  expect(lines).toEqual(['{"at":"2026-11-23T10:00:00.000Z","level":"info","event":"request","door":"/signals/:id","status":200}\n']);
});

test("whatever a field holds, it stays one line that nothing can be hidden in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const { lines, log } = written();
      log("error", "odd", { value });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^[ -~]+\n$/);
      expect(JSON.parse(lines[0]!)).toMatchObject({ value });
    }),
  );
});

test("what is lighter than asked for is not written", () => {
  const { lines, log } = written("warning");
  for (const level of ["info", "warning", "error"] as const) log(level, "event");
  expect(lines).toHaveLength(2);
});

test("of an error its kind and place are told, never its message", () => {
  const { lines, log } = written();
  const error = Object.assign(new Error("duplicate key: Zuster Anna zei"), { code: "23505", detail: "Zuster Anna" });
  reportTo(log)(error, "POST /drafts/:id", "abc");
  expect(lines.join()).not.toContain("Anna");
  expect(JSON.parse(lines[0]!)).toMatchObject({
    where: "POST /drafts/:id",
    request: "abc",
    name: "Error",
    code: "23505",
    place: expect.stringContaining("/src/"),
  });
});

test("something thrown that is no error is told without what it holds", () => {
  const { lines, log } = written();
  reportTo(log)("Zuster Anna", "job deliver");
  reportTo(log)({ name: "Zuster Anna\n", code: {}, stack: 7 }, "job deliver");
  expect(lines.join()).not.toContain("Anna");
  expect(lines).toHaveLength(2);
});
