import type { CaseCheck } from "@slipway/conformance";

import { judgePlainness } from "../../messages/judge-plainness.ts";

/** Use case 3: the text is shown as it is. */
export const staysPlainAboutMissingField: CaseCheck = {
  id: "application.stays-plain-about-missing-field",
  version: 1,
  title: "Refuses an incomplete application in plain words, without anything internal",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.missing-field", "application.unknown-assessment"],
  judge: (evidence) => judgePlainness(evidence, "event"),
};
