import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { judgeMessage } from "../../messages/judge-message.ts";
import { messagePlace } from "../../messages/refusal-message.ts";
import { askedBy } from "../../messages/rules/message-rule.ts";
import { saysWhatIsWrong } from "../../messages/rules/says-what-is-wrong.rule.ts";

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
    judgeMessage(evidence, { step: "repeat", expected }, ({ userMessage }, { exchange }) => {
      const arrived = saysWhatIsWrong.arrived({ userMessage });
      return arrived === undefined
        ? pass(exchange)
        : fail(
            {
              expected: askedBy(expected, [saysWhatIsWrong.id]),
              arrived,
              where: messagePlace,
              toDo: "Say in userMessage that this assessment was already ordered for this candidate, and that nothing more is to be done.",
            },
            exchange,
          );
    }),
};
