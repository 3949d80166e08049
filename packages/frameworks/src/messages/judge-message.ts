import { fail, type CaseEvidence, type Judgement } from "@slipway/conformance";

import { answerText } from "../evidence/answer-text.ts";
import { judgeRefusal } from "../evidence/judge-answer.ts";
import type { Answered } from "../evidence/step-answer.ts";
import { isPresent } from "./rules/is-present.rule.ts";
import { askedBy } from "./rules/message-rule.ts";
import { messagePlace, refusalMessage, type RefusalMessage } from "./refusal-message.ts";

/** Judges the recruiter's text of a refusal with 400; a refusal without one fails, told with what was `expected`. */
export function judgeMessage(
  evidence: CaseEvidence,
  { step, expected }: { readonly step: string; readonly expected: string },
  judge: (message: RefusalMessage, answered: Answered) => Judgement,
): Judgement {
  return judgeRefusal(evidence, step, (answered) => {
    const message = refusalMessage(answered);
    return message === undefined
      ? fail(
          {
            expected: askedBy(expected, [isPresent.id]),
            arrived: answerText(answered),
            where: messagePlace,
            toDo: 'Answer with Content-Type application/json and {"error":{"userMessage":"…","debugErrorMessage":"…"}}: userMessage is shown to the recruiter, debugErrorMessage is only logged.',
          },
          answered.exchange,
        )
      : judge(message, answered);
  });
}
