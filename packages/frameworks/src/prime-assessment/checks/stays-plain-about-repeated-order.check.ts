import type { CaseCheck } from "@slipway/conformance";

import { judgePlainness } from "../../messages/judge-plainness.ts";

/** Use case 2: the text is shown to the recruiter as it is. */
export const staysPlainAboutRepeatedOrder: CaseCheck = {
  id: "messages.stays-plain-about-repeated-order",
  version: 2,
  title: "Refuses a repeated order in plain words, without anything internal",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.repeated-order"],
  judge: (evidence) => judgePlainness(evidence, "repeat"),
};
