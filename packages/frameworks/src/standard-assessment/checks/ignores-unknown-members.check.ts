import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "status 303, as to the same event without the additional members";

/** The ATS may add members to its events at any time. */
export const ignoresUnknownMembers: CaseCheck = {
  id: "application.ignores-unknown-members",
  version: 1,
  title: "Takes an event that has members it does not know",
  fault: "partner",
  scope: "case",
  scenarios: ["events.unknown-members"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "event", expected }, (answered) =>
      answered.status === 303
        ? pass(answered.exchange)
        : fail(
            {
              expected,
              arrived: answerText(answered),
              where: "answer.status",
              toDo: "Read the members that you need and ignore the others; a schema that allows no further members breaks with the next version of the ATS.",
            },
            answered.exchange,
          ),
    ),
};
