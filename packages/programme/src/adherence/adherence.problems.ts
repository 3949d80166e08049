import { Problem } from "@slipway/foundation";

/** No report of non-adherence has this id. */
export class AdherenceReportNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "ADHERENCE-REPORT-NOT-FOUND",
      status: 404,
      message: `Expected the id of a report of non-adherence, found none with id ${id}. List the reports to see theirs.`,
    });
  }
}

/** It was decided on, and stays as it was decided. */
export class AdherenceReportDecidedProblem extends Problem {
  constructor(id: string, state: string) {
    super({
      code: "ADHERENCE-REPORT-DECIDED",
      status: 409,
      message: `Expected a report that is open, found ${id} ${state}. A decision stays on record; what was seen anew is a new report.`,
    });
  }
}
