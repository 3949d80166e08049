import type { CaseCheck } from "@slipway/conformance";

import { judgeAnswerTime } from "../../evidence/judge-answer-time.ts";

/** Information is exchanged in real time: a candidate or a recruiter waits for the answer. */
export const answersInTime: CaseCheck = {
  id: "application.answers-in-time",
  version: 1,
  title: "Answers every event within the budget",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end", "events.status-change", "uc3.missing-field"],
  judge: (evidence, context) =>
    judgeAnswerTime(evidence, context, {
      kinds: ["application.complete", "candidate.move"],
      one: "event",
      toDo: "Read only what the decision needs, answer, and do the rest afterwards.",
    }),
};
