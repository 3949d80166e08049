import type { CaseCheck } from "@slipway/conformance";

import { judgePlainness } from "../../messages/judge-plainness.ts";

/** Use case 3: the text is shown to the recruiter as it is. */
export const staysPlainAboutMissingField: CaseCheck = {
  id: "messages.stays-plain-about-missing-field",
  version: 2,
  title: "Refuses an incomplete order in plain words, without anything internal",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.missing-field", "uc3.two-missing", "uc3.blank", "uc3.blanks-only"],
  judge: (evidence) => judgePlainness(evidence, "order"),
};
