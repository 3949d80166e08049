import { Problem } from "@slipway/foundation";

import type { RequirementPack } from "../requirement-pack.ts";
import { nearestIds } from "./nearest-ids.ts";

/** A run was asked to cover something that its pack does not have. */
export class SelectionUnknownProblem extends Problem {
  constructor(
    pack: Pick<RequirementPack, "id" | "version">,
    unknown: readonly string[],
    known: Readonly<Record<string, readonly string[]>>,
  ) {
    const all = Object.values(known).flat();
    const near = [...new Set(unknown.flatMap((id) => nearestIds(id, all)))];
    const { requirements = [], scenarios = [], "use cases": useCases = [] } = known;
    super({
      code: "RUN-SELECTION-UNKNOWN",
      status: 422,
      message:
        `Expected ids of pack ${pack.id} ${pack.version}, found ${unknown.map((id) => JSON.stringify(id)).join(", ")}. ` +
        (near.length > 0
          ? `Nearest: ${near.join(", ")}. `
          : `Requirements: ${requirements.join(", ")}. Scenarios: ${scenarios.join(", ")}. `) +
        `Name requirements, checks, scenarios or use cases (${useCases.join(", ")}).`,
    });
  }
}

/** The run whose failures are to be repeated has none. */
export class NothingFailedProblem extends Problem {
  constructor(runId: string) {
    super({
      code: "RUN-NOTHING-FAILED",
      status: 422,
      message: `Expected a run with requirements that it has not passed, found none in run ${runId}. Start a whole run: only that can prove a submission.`,
    });
  }
}

/** The run whose failures are to be repeated is another sandbox's. */
export class RunOfOtherSandboxProblem extends Problem {
  constructor(runId: string) {
    super({
      code: "RUN-OF-OTHER-SANDBOX",
      status: 422,
      message: `Expected an earlier run of the same sandbox, found that run ${runId} is another's. List the runs of your sandbox to see theirs.`,
    });
  }
}
