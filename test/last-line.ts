import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one line that says how it went. */
export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter(
      (module) => module.state() === "failed" && ![...module.children.allTests()].some((each) => each.result().state === "failed"),
    ).length;
    const count = (state: string) => tests.filter((each) => each.result().state === state).length;
    const skipped = count("skipped");
    if (skipped > 0) for (const each of tests) if (each.result().state === "skipped") console.log(`not run: ${each.fullName}`);
    console.log(`${count("passed")} passed, ${count("failed") + broken} failed`);
  }
}
