import { Problem } from "@slipway/foundation";

import { exitCodes } from "./exit-codes.ts";

/** The command cannot go on, for a reason that a person can mend; it ends with `exitCode`. */
export abstract class CommandLineProblem extends Problem {
  abstract readonly exitCode: number;
}

/** The command was called with arguments that it does not take. */
export class UsageProblem extends CommandLineProblem {
  readonly exitCode = exitCodes.usage;

  constructor(message: string) {
    super({ code: "CLI-USAGE-WRONG", status: 400, message });
  }
}

/** A file that the command line names cannot be used. */
export class FileProblem extends CommandLineProblem {
  readonly exitCode = exitCodes.usage;

  constructor(message: string, cause?: unknown) {
    super({ code: "CLI-FILE-UNUSABLE", status: 400, message, cause });
  }
}

/** No password, key or client secret for the partner's endpoint was given, and none is on record. */
export class PasswordMissingProblem extends CommandLineProblem {
  readonly exitCode = exitCodes.usage;

  constructor(username: string, secret: string) {
    super({
      code: "CLI-PASSWORD-MISSING",
      status: 400,
      message: `Expected the ${secret} with which ${JSON.stringify(username)} calls your endpoint, found none. Set SLIPWAY_PARTNER_PASSWORD, name a file with --password-file, or run the command in a terminal, which asks for it.`,
    });
  }
}

/** The platform that the command started did not become ready; `said` is what it printed. */
export class PlatformNotStartedProblem extends CommandLineProblem {
  readonly exitCode: number;

  constructor(exitCode: number, said: string) {
    super({
      code: "CLI-PLATFORM-NOT-STARTED",
      status: 503,
      message: `Expected the platform to start, found that it did not. It said:\n${said.trim()}`,
    });
    this.exitCode = exitCode;
  }
}

/** The platform that the command started ended while it was needed. */
export class PlatformEndedProblem extends CommandLineProblem {
  readonly exitCode = exitCodes.notJudged;

  constructor(ending: string, said: string, cause: unknown) {
    super({
      code: "CLI-PLATFORM-ENDED",
      status: 503,
      message: `Expected the platform to go on serving, found that it ended (${ending}). This is our fault, not your integration's. It said:\n${said.trim()}`,
      cause,
    });
  }
}

/** Another platform has the data folder, and does not say where it answers. */
export class FolderBusyProblem extends CommandLineProblem {
  readonly exitCode = exitCodes.unreachable;

  constructor(folder: string) {
    super({
      code: "CLI-FOLDER-BUSY",
      status: 503,
      message: `Expected the platform that uses ${folder} to say where it answers, found no addresses.json that leads to it. Wait until it has started, or name it with --platform and --token-file.`,
    });
  }
}
