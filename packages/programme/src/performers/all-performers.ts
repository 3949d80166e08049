import type { Performer } from "@slipway/conformance";

import type { ProgrammeParts } from "../programme-parts.ts";
import { awaitClosedRowPerformer } from "./await-closed-row.performer.ts";
import { awaitResultPerformer } from "./await-result.performer.ts";
import { cancelOrderPerformer } from "./cancel-order.performer.ts";
import { completeApplicationPerformer } from "./complete-application.performer.ts";
import { createCandidatePerformer } from "./create-candidate.performer.ts";
import { disturbWorkflowPerformer } from "./disturb-workflow.performer.ts";
import { enterAssessmentsPerformer } from "./enter-assessments.performer.ts";
import { moveCandidatePerformer } from "./move-candidate.performer.ts";
import { orderStatusPerformer } from "./order-status.performer.ts";
import { repeatEventPerformer } from "./repeat-event.performer.ts";
import { returnToPortalPerformer } from "./return-to-portal.performer.ts";
import { sendOrderPerformer } from "./send-order.performer.ts";
import { syncPackagesPerformer } from "./sync-packages.performer.ts";
import { visitPagePerformer } from "./visit-page.performer.ts";

/** The performer of every action that scenarios use, by its kind. */
export function allPerformers(parts: ProgrammeParts): ReadonlyMap<string, Performer> {
  const performers = [
    awaitClosedRowPerformer,
    awaitResultPerformer,
    cancelOrderPerformer,
    completeApplicationPerformer,
    createCandidatePerformer,
    disturbWorkflowPerformer,
    enterAssessmentsPerformer,
    moveCandidatePerformer,
    orderStatusPerformer,
    repeatEventPerformer,
    returnToPortalPerformer,
    sendOrderPerformer,
    syncPackagesPerformer,
    visitPagePerformer,
  ].map((make) => make(parts));
  return new Map(performers.map((performer) => [performer.kind, performer]));
}
