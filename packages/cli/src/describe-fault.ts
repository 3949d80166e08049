import { Problem } from "@slipway/foundation";
import { PlatformRefusedProblem, PlatformUnreachableProblem } from "@slipway/platform-client";

import { CommandLineProblem } from "./command-line.problems.ts";
import { exitCodes } from "./exit-codes.ts";

/** How the process ends for something that was thrown. */
export interface Fault {
  readonly text: string;
  readonly exitCode: number;
}

/** The one place where what was thrown becomes text and an exit code; whatever is no problem is a fault of ours. */
export function describeFault(thrown: unknown): Fault {
  if (thrown instanceof Problem) {
    return { text: `${thrown.message}\nCode: ${thrown.code}`, exitCode: exitCodeOf(thrown) };
  }
  const trace = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return {
    text: `Something of ours failed; it says nothing about your integration.\n${trace}\nCode: CLI-INTERNAL-ERROR`,
    exitCode: exitCodes.notJudged,
  };
}

function exitCodeOf(problem: Problem): number {
  if (problem instanceof CommandLineProblem) return problem.exitCode;
  if (problem instanceof PlatformUnreachableProblem) return exitCodes.unreachable;
  if (problem instanceof PlatformRefusedProblem && problem.status < 500) return exitCodes.usage;
  return exitCodes.notJudged;
}
