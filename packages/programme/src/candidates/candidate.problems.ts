import { Problem } from "@slipway/foundation";

/** The tenant has no workflow of this id. */
export class WorkflowNotFoundProblem extends Problem {
  constructor(workflowId: number | string) {
    super({
      code: "WORKFLOW-NOT-FOUND",
      status: 404,
      message: `Expected the id of a recruiting workflow of this tenant, found none with id ${workflowId}. Search applicantworkflows for those there are.`,
    });
  }
}

/** The tenant has no such status. */
export class StatusUnknownProblem extends Problem {
  constructor(status: string, known: readonly string[]) {
    super({
      code: "WORKFLOW-STATUS-UNKNOWN",
      status: 422,
      message: `Expected the id of a workflow status of this tenant (${known.join(", ")}), found "${status}".`,
    });
  }
}
