import { WorkflowNotFoundProblem } from "@slipway/programme";

/** The number of a workflow in an address; fails with `WORKFLOW-NOT-FOUND` where no workflow can have it. */
export function parseWorkflowId(text: string): number {
  if (!/^[1-9][0-9]{0,14}$/u.test(text)) throw new WorkflowNotFoundProblem(text);
  return Number(text);
}
