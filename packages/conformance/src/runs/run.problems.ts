import { Problem } from "@slipway/foundation";

/** The sandbox has an active run already. */
export class RunActiveProblem extends Problem {
  constructor(activeRunId: string) {
    super({
      code: "RUN-ALREADY-ACTIVE",
      status: 409,
      message:
        `Expected a sandbox without an active run, found run ${activeRunId} still going. ` +
        `Wait until it has finished, or cancel it: a sandbox takes one run at a time.`,
      detail: { activeRunId },
    });
  }
}

/** No run has this id. */
export class RunNotFoundProblem extends Problem {
  constructor(runId: string) {
    super({
      code: "RUN-NOT-FOUND",
      status: 404,
      message: `Expected the id of a run, found none with id ${runId}. List the runs of your sandbox to see theirs.`,
    });
  }
}

/** What was asked for needs a run that has ended. */
export class RunNotEndedProblem extends Problem {
  constructor(runId: string) {
    super({
      code: "RUN-NOT-ENDED",
      status: 409,
      message: `Expected a run that has ended, found run ${runId} still going. Wait until it has finished, or cancel it.`,
    });
  }
}

/** The framework has no pack of this version. */
export class PackNotFoundProblem extends Problem {
  constructor(version: string, known: readonly string[]) {
    super({
      code: "PACK-NOT-FOUND",
      status: 422,
      message: `Expected the version of a requirement pack (${known.join(", ")}), found "${version}".`,
    });
  }
}

/** The same version of a pack was used before with another content. */
export class PackChangedProblem extends Problem {
  constructor(packId: string, version: string) {
    super({
      code: "PACK-CHANGED",
      status: 500,
      message: `Expected pack ${packId} ${version} as it was frozen, found another content. Give the changed pack a new version.`,
    });
  }
}

/** The run has no grading yet, or none of this id. */
export class GradingNotFoundProblem extends Problem {
  constructor(runId: string, gradingId: string | undefined) {
    super({
      code: "GRADING-NOT-FOUND",
      status: 404,
      message:
        gradingId === undefined
          ? `Expected a graded run, found that run ${runId} has no grading yet. Wait until it has finished, or cancel it.`
          : `Expected a grading of run ${runId}, found none with id ${gradingId}. List the gradings of the run to see theirs.`,
    });
  }
}
