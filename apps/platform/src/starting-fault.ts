import { ConfigurationProblem } from "./configuration.problems.ts";
import { BackupProblem, NewerDataProblem, StartingProblem } from "@slipway/database";

/** How the process ends when it cannot start: one text for people, one number for scripts. */
export interface StartingFault {
  readonly text: string;
  readonly exitCode: number;
}

/** What to print and how to end for a fault that a person can mend; undefined for a bug, which keeps its trace. */
export function describeStartingFault(error: unknown): StartingFault | undefined {
  const exitCode = exitCodeOf(error);
  if (exitCode === undefined || !(error instanceof Error) || !("code" in error)) return undefined;
  const what = error instanceof BackupProblem ? "Slipway gave up." : "Slipway did not start.";
  return {
    text: `${what} ${error.message}\nCode: ${String(error.code)}\n`,
    exitCode,
  };
}

function exitCodeOf(error: unknown): number | undefined {
  const hasExitCode =
    error instanceof StartingProblem ||
    error instanceof ConfigurationProblem ||
    error instanceof BackupProblem;
  if (hasExitCode) return error.exitCode;
  if (error instanceof NewerDataProblem) return 65;
  return undefined;
}
