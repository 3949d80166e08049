import { describe, expect, it } from "vitest";

import type { RunReport } from "@slipway/platform-client";

import { isWithoutPython, type PythonFault } from "./python-partner.process.ts";
import { validatePythonPartner } from "./python-partner.world.ts";

const requirementsOf = (report: RunReport, verdict: string): readonly string[] =>
  report.requirements
    .filter((requirement) => requirement.severity === "must" && requirement.verdict === verdict)
    .map(({ id }) => id);

interface FaultCase {
  readonly fault: PythonFault;
  /** The requirement that names the fault. */
  readonly named: string;
  /** Other requirements that the same fault breaks. */
  readonly alsoFailed: readonly string[];
  /** Requirements for which the fault leaves nothing to look at. */
  readonly notExercised: readonly string[];
  readonly says: string;
}

const faultCases: readonly FaultCase[] = [
  {
    fault: "accepts-duplicates",
    named: "PA-UC2-1",
    // Two identical orders at the same moment are a repeated order, too.
    alsoFailed: ["PA-UC2-3"],
    // Without a refusal there is no message that a recruiter could read.
    notExercised: ["PA-UC2-2", "PA-MSG-1"],
    says: "status 400 to an order whose orderId is open already",
  },
  {
    fault: "names-no-field",
    named: "PA-UC3-2",
    // Who names no field names no two fields.
    alsoFailed: ["PA-UC3-3"],
    notExercised: [],
    says: "a userMessage that names person.email",
  },
  {
    fault: "never-delivers",
    named: "PA-UC1-2",
    alsoFailed: [],
    // Where no result arrives, none arrives in time or too late, no second round begins, and nothing is repeated.
    notExercised: ["PA-UC1-3", "PA-ORD-5", "PA-API-2"],
    says: "a row of assessmentresults with a complete status within 2 min",
  },
];

// Skipped only on a machine without Python 3 that is not a build machine: see `isWithoutPython`.
describe.skipIf(isWithoutPython())(
  "the Python partner, written from the guide alone",
  { timeout: 300_000 },
  () => {
    it("passes the whole pack without a fault", async () => {
      const { report, exitCode } = await validatePythonPartner();
      const open = report.requirements.filter(({ verdict }) => verdict !== "pass");
      expect(open.map(({ id, verdict }) => [id, verdict])).toEqual([
        ["PA-PKG-2", "not-applicable"],
      ]);
      expect(report.conclusion).toBe("passed");
      expect(exitCode).toBe(0);
    });

    it.each(faultCases)(
      "fails with $fault, by $named and what follows from it",
      async (expected) => {
        const { report } = await validatePythonPartner(expected.fault);
        expect(report.conclusion).toBe("failed");
        expect(requirementsOf(report, "fail")).toEqual([expected.named, ...expected.alsoFailed]);
        expect(requirementsOf(report, "not-exercised")).toEqual(expected.notExercised);
        const findings = report.requirements
          .filter(({ id }) => id === expected.named)
          .flatMap(({ results }) => results)
          .filter(
            ({ verdict }) => verdict.kind === "fail" && verdict.expected.startsWith(expected.says),
          );
        expect(new Set(findings.map(({ region }) => region))).toEqual(new Set(["a", "b"]));
        expect(findings.every(({ faultOwner }) => faultOwner === "partner")).toBe(true);
      },
    );
  },
);
