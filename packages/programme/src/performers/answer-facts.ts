import type { NoAnswerReason } from "@slipway/exchange";
import type { RecruiterView as ShownView } from "@slipway/frameworks";

import type { Ended } from "./delivery-performer.ts";

/** The status of the partner's answer; null when none arrived. */
export function statusOf(ended: Ended): number | null {
  return ended.kind === "answered" ? ended.status : null;
}

/** Why no answer arrived; null when one did. */
export function noAnswerOf(ended: Ended): NoAnswerReason | null {
  const { answer } = ended.exchange;
  return answer.kind === "no-answer" ? answer.reason : null;
}

/** What the recruiter was shown; a link counts as success. */
export function shownView(ended: Ended): ShownView {
  const { tone, text } = ended.recruiterView;
  return { tone: tone === "error" ? "error" : "success", text };
}

/** The JSON object that the partner answered; empty when it was none. */
export function bodyOf(ended: Ended): string {
  const { answer } = ended.exchange;
  return answer.kind === "answered" && answer.body.kind !== "none" ? answer.body.content : "";
}
