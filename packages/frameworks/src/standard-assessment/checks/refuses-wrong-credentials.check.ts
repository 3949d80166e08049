import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "status 401 (or 403) to an event with a password that was never given out";

/** Only the platform may tell of a customer's candidates. */
export const refusesWrongCredentials: CaseCheck = {
  id: "application.refuses-wrong-credentials",
  version: 1,
  title: "Refuses an event with wrong credentials",
  fault: "partner",
  scope: "case",
  scenarios: ["auth.wrong-credentials"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "event", expected }, (answered) =>
      answered.status === 401 || answered.status === 403
        ? pass(answered.exchange)
        : fail(
            {
              expected,
              arrived: answerText(answered),
              where: "answer.status",
              toDo: "Compare user and password with those of the customer before you read the body; when they do not match, answer 401 and store nothing.",
            },
            answered.exchange,
          ),
    ),
};
