import { parseModule } from "@slipway/generate-docs";
import { Visitor } from "oxc-parser";
import { applyExceptions, type Exceptions } from "../exceptions.ts";
import type { Finding, Guard } from "../finding.ts";
import { sourceFiles } from "../source-files.ts";

const rule = "skips-no-test";

/** Tests that cannot run everywhere, each with the reason. */
const exceptions: Exceptions = {
  "journeys/src/authentication/signed-calls.test.ts":
    "its client is in Python 3, which the product does not need; always runs on machines that build (decision 0022)",
  "journeys/src/python-partner/python-partner.test.ts":
    "needs Python 3, which the product does not; always runs on machines that build (decision 0022)",
};

const runners = new Set(["describe", "it", "suite", "test"]);
const switches = new Set(["fails", "only", "runIf", "skip", "skipIf", "todo"]);

/** Every test runs: none is skipped, singled out or expected to fail. */
export const skipsNoTest: Guard = async (root) => {
  const files = sourceFiles(root).filter((path) => /\.test(?:-d)?\.tsx?$/u.test(path));
  const findings = files.flatMap((path) => switchedTests(root, path));
  return { filesSeen: files.length, findings: applyExceptions(findings, { rule, exceptions }) };
};

function switchedTests(root: string, path: string): readonly Finding[] {
  const { text, program, lineAt } = parseModule(root, path);
  const findings: Finding[] = [];
  new Visitor({
    MemberExpression: ({ object, property, start }) => {
      const runner = /^\w+/u.exec(text.slice(object.start, object.end))?.[0] ?? "";
      const isSwitch = property.type === "Identifier" && switches.has(property.name);
      if (!isSwitch || !(runners.has(runner) || isContext(runner))) return;
      const message = `Expected every test to run, found ${runner}.${property.name}. Mend the test or remove it.`;
      findings.push({ rule, path, line: lineAt(start), message, level: "error" });
    },
  }).visit(program);
  return findings;
}

// The test's own context: `ctx.skip()`.
function isContext(name: string): boolean {
  return name === "ctx" || name === "context" || name === "task";
}
