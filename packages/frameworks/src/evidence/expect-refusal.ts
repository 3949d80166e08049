import { fail, pass, type Judgement } from "@slipway/conformance";

import { answerText } from "./answer-text.ts";
import type { Answered } from "./step-answer.ts";

/** Passes on status 400, which tells the platform that a user can mend it; anything else fails with what to do. */
export function expectRefusal(
  answered: Answered,
  { expected, toDo }: { readonly expected: string; readonly toDo: string },
): Judgement {
  if (answered.status === 400) return pass(answered.exchange);
  return fail(
    { expected, arrived: answerText(answered), where: "answer.status", toDo },
    answered.exchange,
  );
}
