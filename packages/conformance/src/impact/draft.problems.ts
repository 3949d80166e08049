import { Problem } from "@slipway/foundation";

import type { DraftFinding } from "./draft-finding.ts";

/** The draft of a pack is not one that could be held against runs; each finding says what and where. */
export class DraftUnreadableProblem extends Problem {
  readonly findings: readonly DraftFinding[];

  constructor(framework: string, findings: readonly DraftFinding[]) {
    const lines = findings.map(({ where, message }) =>
      message.includes(where) ? `  ${message}` : `  ${where}: ${message}`,
    );
    super({
      code: "PACK-DRAFT-WRONG",
      status: 422,
      message: `Expected a requirement pack of ${framework}, found ${findings.length} ${findings.length === 1 ? "fault" : "faults"}:\n${lines.join("\n")}\nCorrect them; the pack of a version can be read as an example.`,
    });
    this.findings = findings;
  }
}
