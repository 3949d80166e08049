import type { CaseCheck } from "@slipway/conformance";

import { judgeRefusal } from "../../evidence/judge-answer.ts";
import { stepFacts } from "../../evidence/step-facts.ts";
import { judgeShownText } from "../../messages/judge-shown-text.ts";
import { completeApplication } from "../actions.ts";

/** What the user of each tenant read: every token stood for one of that tenant's labels. */
export const resolvesForUsers: CaseCheck = {
  id: "application.resolves-for-users",
  version: 1,
  title: "Uses only tokens that stand for a field, so that users read labels",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.missing-field"],
  judge: (evidence) =>
    judgeRefusal(evidence, "event", (answered) =>
      judgeShownText(answered, stepFacts(evidence, "event", completeApplication)?.recruiterView),
    ),
};
