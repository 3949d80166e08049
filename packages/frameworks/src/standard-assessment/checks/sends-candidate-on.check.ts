import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { stepFacts } from "../../evidence/step-facts.ts";
import { completeApplication } from "../actions.ts";

const expected = "status 303 with the address of the candidate's assessment in Location";

function toDo(status: number): string {
  switch (status) {
    case 303:
      return "Put the whole address (http or https) of this candidate's page into Location.";
    case 400:
    case 415:
      return "Decompress the body by its Content-Encoding: gzip, take ids as text, and accept ApplicationCompletedEvent as well as AssessmentEvent; everything that the guide requires is there.";
    case 401:
    case 403:
      return "Accept the credentials that are configured for this customer on POST {endpoint}/events.";
    default:
      return "Answer 303 and send the candidate to a page of yours: with 200 the candidate stays at the portal and takes no assessment.";
  }
}

/** Use case 1 begins here: the candidate, who waits at the portal, is sent to the assessment. */
export const sendsCandidateOn: CaseCheck = {
  id: "application.sends-candidate-on",
  version: 1,
  title: "Answers a completed application with 303 and an address for the candidate",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "event", expected }, (answered) => {
      const { exchange, status } = answered;
      const next = stepFacts(evidence, "event", completeApplication)?.next;
      if (status === 303 && next === "page") return pass(exchange);
      const isBack = status === 303 && next === "return";
      return fail(
        {
          expected,
          arrived: isBack
            ? "status 303 back to the portal, without an assessment"
            : answerText(answered),
          where: status === 303 ? "answer.headers.Location" : "answer.status",
          toDo: toDo(status),
        },
        exchange,
      );
    }),
};
