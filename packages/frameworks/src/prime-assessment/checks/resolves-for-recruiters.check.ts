import type { CaseCheck } from "@slipway/conformance";

import { judgeRefusal } from "../../evidence/judge-answer.ts";
import { stepFacts } from "../../evidence/step-facts.ts";
import { judgeShownText } from "../../messages/judge-shown-text.ts";
import { sendOrder } from "../actions.ts";

/** What the recruiter of each tenant read: every token stood for one of that tenant's labels. */
export const resolvesForRecruiters: CaseCheck = {
  id: "messages.resolves-for-recruiters",
  version: 1,
  title: "Uses only tokens that stand for a field, so that recruiters read labels",
  fault: "partner",
  scope: "case",
  scenarios: [
    "uc2.repeated-order",
    "uc3.missing-field",
    "uc3.two-missing",
    "uc3.blank",
    "uc3.blanks-only",
  ],
  judge: (evidence) => {
    const step = evidence.scenario.startsWith("uc2.") ? "repeat" : "order";
    return judgeRefusal(evidence, step, (answered) =>
      judgeShownText(answered, stepFacts(evidence, step, sendOrder)?.recruiterView),
    );
  },
};
