import { checkerError, fail, notExercised, pass, type Judgement } from "@slipway/conformance";

import type { RecruiterView } from "../candidate-actions.ts";
import type { Answered } from "../evidence/step-answer.ts";
import { messagePlace, refusalMessage } from "./refusal-message.ts";
import { askedBy } from "./rules/message-rule.ts";
import { tokensResolve } from "./rules/tokens-resolve.rule.ts";

/** Judges whether the text that was shown for a refusal still has tokens in it. */
export function judgeShownText(answered: Answered, view: RecruiterView | undefined): Judgement {
  const { exchange } = answered;
  if (refusalMessage(answered) === undefined)
    return notExercised("The refusal has no userMessage to show.");
  if (view?.tone !== "error")
    return checkerError("A refusal was not shown to the recruiter as an error.", exchange);
  const arrived = tokensResolve.arrived({ shown: view.text });
  if (arrived === undefined) return pass(exchange);
  return fail(
    {
      expected: askedBy("tokens of the form {{profileType.fieldId}}, each of a field of the ATS", [
        tokensResolve.id,
      ]),
      arrived,
      where: messagePlace,
      toDo: tokensResolve.toDo,
    },
    exchange,
  );
}
