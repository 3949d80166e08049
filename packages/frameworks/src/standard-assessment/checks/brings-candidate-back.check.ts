import {
  fail,
  pass,
  type CaseCheck,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { stepFacts } from "../../evidence/step-facts.ts";
import { stepObstacle } from "../../evidence/step-obstacle.ts";
import { returnToPortal } from "../actions.ts";

interface Page {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
}

function lastPage({ steps }: CaseEvidence): Page | undefined {
  const found = Object.entries(steps).findLast(([, { kind }]) => kind === "page.visit");
  return found && { name: found[0], exchanges: found[1].exchanges };
}

/** A way back that was begun and has not come to its end; one that was never begun is the partner's. */
function returnObstacle(evidence: CaseEvidence): Judgement | undefined {
  return evidence.steps["return"] === undefined ? undefined : stepObstacle(evidence, "return");
}

function lost(arrived: string, exchanges: readonly Exchange[] = []): Judgement {
  return fail(
    {
      expected: "a redirect to the event's returnUrl when the candidate is done, letter by letter",
      arrived,
      where: "answer.headers.Location",
      toDo: "Keep returnUrl with the application and send the candidate there with 303 after the last question; it is valid once, so open it yourself never.",
    },
    ...exchanges,
  );
}

/** Use case 1 ends here: without the way back the application is never submitted. */
export const bringsCandidateBack: CaseCheck = {
  id: "application.brings-candidate-back",
  version: 1,
  title: "Brings the candidate back to the portal, which submits the application",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) => {
    const page = lastPage(evidence);
    if (page === undefined) return stepObstacle(evidence, "page-1") ?? lost("no page was opened");
    const obstacle = stepObstacle(evidence, page.name) ?? returnObstacle(evidence);
    if (obstacle !== undefined) return obstacle;
    const shown = stepFacts(evidence, "return", returnToPortal)?.shown;
    if (shown === "submitted") return pass(...page.exchanges);
    return lost(
      shown === undefined || shown === "nothing"
        ? "the candidate stayed on the last page"
        : `the portal showed that the link is ${shown}`,
      page.exchanges,
    );
  },
};
