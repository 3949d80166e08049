import type { ChooseStep } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

/**
 * Which step of a case a call belongs to when several share its ids: rows of results to the step that awaits the row, other
 * calls of the partner to the first step that told it of the candidate.
 */
export const chooseStep: ChooseStep = (exchange, steps) =>
  kindsFor(exchange)
    .map((kind) => steps.find((step) => step.kind === kind))
    .find((step) => step !== undefined);

function kindsFor({ direction, request, actor }: Exchange): readonly string[] {
  if (direction === "to-partner")
    return actor.kind === "platform" ? (stepKinds[actor.purpose] ?? []) : [];
  return /\/fields\/assessmentresults(?:\/|$)/u.test(request.path)
    ? ["result.await", "row.await-closed", "order.send"]
    : ["order.send", "candidate.move", "result.await"];
}

const stepKinds: Readonly<Record<string, readonly string[]>> = {
  cancel: ["order.cancel"],
  event: ["candidate.move"],
  order: ["order.send"],
  "order-status": ["order.status"],
  "package-sync": ["packages.sync"],
};
