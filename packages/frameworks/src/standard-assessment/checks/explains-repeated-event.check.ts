import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { excerpt } from "../../evidence/answer-text.ts";
import { judgeMessage } from "../../messages/judge-message.ts";
import { messagePlace } from "../../messages/refusal-message.ts";
import { tellingWords } from "../../messages/telling-words.ts";

const expected =
  "a userMessage that says that the assessment of this application was already started";

/** Use case 2: the user reads that there is nothing more to do. */
export const explainsRepeatedEvent: CaseCheck = {
  id: "application.explains-repeated-event",
  version: 1,
  title: "Says why a repeated event was refused",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.repeated-event", "uc2.repeated-move"],
  judge: (evidence) =>
    judgeMessage(evidence, { step: "repeat", expected }, ({ userMessage }, { exchange }) =>
      tellingWords(userMessage).length > 0
        ? pass(exchange)
        : fail(
            {
              expected,
              arrived: `"${excerpt(userMessage)}", which says only that something is wrong`,
              where: messagePlace,
              toDo: "Say in userMessage that this assessment was already started for this application, and that nothing more is to be done.",
            },
            exchange,
          ),
    ),
};
