import { Problem } from "@slipway/foundation";

/**
 * Exit code of a start that a fault prevented, by the fault's stable code. The numbers are those of `sysexits.h`, so that
 * a supervisor of processes can tell "try again" (75) from "somebody must act".
 */
export const startingExitCodes = {
  "STARTING-DATABASE-FAILED": 70,
  "STARTING-DATA-TOO-NEW": 65,
  "STARTING-DATA-TOO-OLD": 65,
  "STARTING-DISK-FULL": 74,
  "STARTING-FOLDER-IN-USE": 75,
  "STARTING-FOLDER-NOT-WRITABLE": 77,
  "STARTING-FOLDER-OF-ANOTHER-USER": 77,
  "STARTING-PLATFORM-UNSUPPORTED": 69,
  "STARTING-PORT-TAKEN": 71,
} as const;

/** The codes of everything that can prevent a start, apart from a wrong configuration. */
export type StartingCode = keyof typeof startingExitCodes;

export interface StartingProblemOptions {
  readonly code: StartingCode;
  readonly message: string;
  readonly detail?: unknown;
  readonly cause?: unknown;
}

/** Something outside the program prevents its start. The process prints the message and ends with `exitCode`. */
export class StartingProblem extends Problem {
  readonly exitCode: number;

  constructor(options: StartingProblemOptions) {
    super({ ...options, status: 503 });
    this.exitCode = startingExitCodes[options.code];
  }
}
