import { checkerError, fail, notExercised, pass, type Judgement } from "@slipway/conformance";

import type { RecruiterView } from "../candidate-actions.ts";
import { excerpt } from "../evidence/answer-text.ts";
import { fieldText } from "../evidence/field-text.ts";
import type { Answered } from "../evidence/step-answer.ts";
import { messagePlace, refusalMessage } from "./refusal-message.ts";

const token = /\{\{([^{}]*)\}\}/gu;

/** Judges whether the text that was shown for a refusal still has tokens in it. */
export function judgeShownText(answered: Answered, view: RecruiterView | undefined): Judgement {
  const { exchange } = answered;
  if (refusalMessage(answered) === undefined)
    return notExercised("The refusal has no userMessage to show.");
  if (view?.tone !== "error")
    return checkerError("A refusal was not shown to the recruiter as an error.", exchange);
  const unresolved = [...new Set(Array.from(view.text.matchAll(token), ([, key]) => key ?? ""))];
  if (unresolved.length === 0) return pass(exchange);
  const tokens = fieldText(unresolved.map((key) => `{{${key}}}`));
  return fail(
    {
      expected: "tokens of the form {{profileType.fieldId}}, each of a field of the ATS",
      arrived: `${tokens}, which stayed as it is: the recruiter read "${excerpt(view.text)}"`,
      where: messagePlace,
      toDo: "Write the profile type and the field id as the ATS spells them, such as {{person.email}}; for what is no field of the ATS write a word.",
    },
    exchange,
  );
}
