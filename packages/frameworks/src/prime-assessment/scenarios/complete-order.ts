import type { Stage } from "@slipway/conformance";

import {
  createCandidate,
  sendOrder,
  type CandidateRefs,
  type CreateCandidateFacts,
  type FieldAlteration,
  type SendOrderFacts,
  type SendOrderInput,
} from "../actions.ts";

/** Nothing left out, nothing blank. */
export const unaltered: FieldAlteration = { without: [], blank: {} };

/** The ids of a candidate, without the name that only people read. */
function refsOf(candidate: CreateCandidateFacts): CandidateRefs {
  const { personId, jobId, workflowId } = candidate;
  return { personId, jobId, workflowId };
}

/** An order in which nothing is wrong, under a new id. */
export function completeOrder(
  candidate: CreateCandidateFacts,
  packageId: string | null,
): SendOrderInput {
  return {
    candidate: refsOf(candidate),
    packageId,
    orderId: null,
    candidateAlteration: unaltered,
    credentials: "configured",
    repeatOf: null,
    alter: {},
  };
}

/** The same body once more, under `orderId`; `null` gives it a new id. */
export function repeatedOrder(
  first: SendOrderInput,
  repeatOf: string,
  orderId: string | null,
): SendOrderInput {
  return { ...first, repeatOf, orderId };
}

/** A complete candidate and an order for it, in steps `control-candidate` and `control`: what is refused later is then refused for its one fault. */
export async function playControl(stage: Stage, packageId: string): Promise<SendOrderFacts> {
  const candidate = await stage.step("control-candidate", createCandidate, unaltered);
  return stage.step("control", sendOrder, completeOrder(candidate, packageId));
}

/** Whether the partner took the order on. */
export function isAccepted({ status }: Pick<SendOrderFacts, "status">): boolean {
  return status === 200 || status === 202;
}
