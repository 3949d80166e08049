import type { RunConclusion } from "@slipway/platform-client";

import { exitCodes } from "../exit-codes.ts";

/** How a command ends that judged. */
export const exitCodeOf: Readonly<Record<RunConclusion, number>> = {
  passed: exitCodes.passed,
  failed: exitCodes.findings,
  incomplete: exitCodes.findings,
  "not-judged": exitCodes.notJudged,
  waiting: exitCodes.waiting,
  partial: exitCodes.partial,
};
