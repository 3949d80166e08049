import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { excerpt } from "../evidence/answer-text.ts";
import { judgeMessage } from "../../messages/judge-message.ts";
import { messagePlace } from "../../messages/refusal-message.ts";
import { tellingWords } from "../../messages/telling-words.ts";

const expected =
  "a userMessage that says that this assessment was already ordered for this candidate";

/** Use case 2: the recruiter reads why nothing was ordered. */
export const explainsRepeatedOrder: CaseCheck = {
  id: "messages.explains-repeated-order",
  version: 1,
  title: "Tells the recruiter why a repeated order was refused",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.repeated-order"],
  judge: (evidence) =>
    judgeMessage(evidence, { step: "repeat", expected }, ({ userMessage }, { exchange }) =>
      tellingWords(userMessage).length > 0
        ? pass(exchange)
        : fail(
            {
              expected,
              arrived: `"${excerpt(userMessage)}", which says only that something is wrong`,
              where: messagePlace,
              toDo: "Say in userMessage that this assessment was already ordered for this candidate, and that nothing more is to be done.",
            },
            exchange,
          ),
    ),
};
