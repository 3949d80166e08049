import { Problem } from "@slipway/foundation";

import type { PreflightReport } from "../preflight/preflight-report.ts";

/** The preflight found configuration faults; a run cannot start red. */
export class PreflightRedProblem extends Problem {
  readonly report: PreflightReport;

  constructor(report: PreflightReport) {
    const red = report.items.filter(({ outcome }) => outcome.kind === "red");
    super({
      code: "RUN-PREFLIGHT-RED",
      status: 422,
      message:
        `Expected a green preflight, found ${red.length} faults of configuration: ` +
        `${red.map((item) => `${item.title.toLowerCase()} (tenant ${item.region})`).join("; ")}. Mend them, then start again.`,
      detail: report,
    });
    this.report = report;
  }
}
