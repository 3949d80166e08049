import { DraftUnreadableProblem } from "@slipway/conformance";
import type { Problem } from "@slipway/foundation";
import { LifecycleRefusedProblem, PreflightRedProblem } from "@slipway/programme";

/** An error as RFC 9457 has it, with our stable `code`. */
export interface ProblemDocument {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly [extension: string]: unknown;
}

/** What a caller may read of a problem. */
export function problemDocument(problem: Problem): ProblemDocument {
  return {
    type: "about:blank",
    title: titleOf(problem.code),
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem instanceof PreflightRedProblem ? { preflight: problem.report } : {}),
    ...(problem instanceof LifecycleRefusedProblem ? { refusal: problem.refusal } : {}),
    ...(problem instanceof DraftUnreadableProblem ? { findings: problem.findings } : {}),
  };
}

function titleOf(code: string): string {
  const words = code.toLowerCase().replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
