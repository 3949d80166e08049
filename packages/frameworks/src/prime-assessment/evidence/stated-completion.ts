import type { CaseEvidence } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { readOrderStatus } from "../actions.ts";
import { stepFacts } from "../../evidence/step-facts.ts";

/** The partner's own statement of when the order was completed, from step `status`; undefined when it made none. */
export function statedCompletion(evidence: CaseEvidence): Date | undefined {
  const completedAt = stepFacts(evidence, "status", readOrderStatus)?.completedAt;
  const at = completedAt === undefined ? undefined : new Date(completedAt);
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
}

/** Whether, by the partner's own statement, the order was already complete when `exchange` began. */
export function wasCompleteAt(evidence: CaseEvidence, exchange: Exchange): boolean {
  const completedAt = statedCompletion(evidence);
  return completedAt !== undefined && completedAt < exchange.at;
}
