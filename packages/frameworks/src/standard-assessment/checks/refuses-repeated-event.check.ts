import type { CaseCheck } from "@slipway/conformance";

import { expectRefusal } from "../../evidence/expect-refusal.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "status 400 to the same event again";
const toDo =
  "Keep each application under customerId and systemId before you answer, and answer 400 with a userMessage when it is there already.";

/** Use case 2: users can cause several events for one action; the candidate gets one assessment. */
export const refusesRepeatedEvent: CaseCheck = {
  id: "application.refuses-repeated-event",
  version: 1,
  title: "Refuses the same event again with 400",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.repeated-event", "uc2.repeated-move"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "repeat", expected }, (answered) =>
      expectRefusal(answered, { expected, toDo }),
    ),
};
