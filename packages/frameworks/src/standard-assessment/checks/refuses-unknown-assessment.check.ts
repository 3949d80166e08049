import type { CaseCheck } from "@slipway/conformance";

import { expectRefusal } from "../../evidence/expect-refusal.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected =
  "status 400 to an application for an assessment that is not on the enablement sheet";
const toDo =
  "Compare every value of the job's assessmenttype with the assessments that you offer this customer; when none is among them answer 400 and name the field, and never fall back to another assessment.";

/** A recruiter who chose something that the partner does not have is told so; another assessment instead would measure the wrong thing. */
export const refusesUnknownAssessment: CaseCheck = {
  id: "application.refuses-unknown-assessment",
  version: 1,
  title: "Refuses an application for an assessment that it does not offer with 400",
  fault: "partner",
  scope: "case",
  scenarios: ["application.unknown-assessment"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "event", expected }, (answered) =>
      expectRefusal(answered, { expected, toDo }),
    ),
};
