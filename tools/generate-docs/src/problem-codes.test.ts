import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { declaredCodes, problemUses } from "./problem-codes.ts";

function rootWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "codes-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const subclass = `
/** The run is over. Nothing can be added to it. */
export class RunOverProblem extends Problem {
  constructor(id: string) {
    super({ code: "RUN-OVER", status: 409, message: \`Expected a run, found \${id} over.\` });
  }
}
`;
const refusals = `
export function tooLarge(isBody: boolean): SandboxProblem {
  return refusal(isBody ? "SANDBOX-BODY" : "SANDBOX-HEAD", "bodyTooLarge", "Too large.");
}

/** Not this verb. */
export function verb(): SandboxProblem {
  const { code, status } = vendorErrors.verbNotSupported;
  return new SandboxProblem({ code: "SANDBOX-VERB", status, items: [{ code, message: "no" }] });
}
`;

test("reads code, status and meaning of a problem's class", () => {
  expect(problemUses(rootWith({ "packages/a/src/run.problems.ts": subclass }))).toEqual([
    {
      code: "RUN-OVER",
      path: "packages/a/src/run.problems.ts",
      line: 5,
      status: 409,
      vendorError: undefined,
      meaning: "The run is over.",
    },
  ]);
});

test("reads both arms of a choice, and the vendor error that gives the status", () => {
  const uses = problemUses(rootWith({ "packages/a/src/refuse.ts": refusals }));
  expect(uses.map(({ code, vendorError, meaning }) => [code, vendorError, meaning])).toEqual([
    ["SANDBOX-BODY", "bodyTooLarge", undefined],
    ["SANDBOX-HEAD", "bodyTooLarge", undefined],
    ["SANDBOX-VERB", "verbNotSupported", "Not this verb."],
  ]);
});

test("reads the codes of a union that is named as one, and looks into no test", () => {
  const text =
    'export type LogCode = "LOG-FULL" | "LOG-LOST";\nexport type Mode = "READ-ONLY" | "READ-WRITE";\n';
  const root = rootWith({ "packages/a/src/log.ts": text, "packages/a/src/log.test.ts": subclass });
  expect(declaredCodes(root).map(({ code, line }) => [code, line])).toEqual([
    ["LOG-FULL", 1],
    ["LOG-LOST", 1],
  ]);
  expect(problemUses(root)).toEqual([]);
});
