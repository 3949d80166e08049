import type { ChooseStep } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

/**
 * Which step of a case a call belongs to when several share its ids: rows of results to the step that awaits the row, other
 * calls of the partner to the event that told it of the candidate.
 */
export const chooseStep: ChooseStep = (exchange, steps) =>
  kindsFor(exchange)
    .map((kind) => steps.find((step) => step.kind === kind))
    .find((step) => step !== undefined);

const eventKinds = ["application.complete", "candidate.move"] as const;

function kindsFor({ direction, request }: Exchange): readonly string[] {
  // Calls of the platform are tied by their delivery.
  if (direction === "to-partner") return [];
  return /\/fields\/assessmentresults(?:\/|$)/u.test(request.path)
    ? ["result.await", ...eventKinds]
    : [...eventKinds, "result.await"];
}
