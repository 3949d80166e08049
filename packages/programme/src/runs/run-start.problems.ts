import { Problem } from "@slipway/foundation";

import type { PreflightReport } from "../preflight/preflight-report.ts";

/** The preflight found configuration faults; a run cannot start red. */
export class PreflightRedProblem extends Problem {
  readonly report: PreflightReport;

  constructor(report: PreflightReport) {
    const faults = report.items.flatMap(({ id, region, outcome }) =>
      outcome.kind === "red" ? [`${id} in tenant ${region} (${outcome.found})`] : [],
    );
    super({
      code: "RUN-PREFLIGHT-RED",
      status: 422,
      message:
        `Expected a green preflight, found ${faults.length === 1 ? "a fault" : `${faults.length} faults`} of configuration: ` +
        `${faults.join("; ")}. The report says what to do; then start again.`,
      detail: report,
    });
    this.report = report;
  }
}
