import type { CaseCheck } from "@slipway/conformance";

import { judgePlainness } from "../../messages/judge-plainness.ts";

/** Use case 2: the text is shown as it is. */
export const staysPlainAboutRepeatedEvent: CaseCheck = {
  id: "application.stays-plain-about-repeated-event",
  version: 1,
  title: "Refuses a repeated event in plain words, without anything internal",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.repeated-event", "uc2.repeated-move"],
  judge: (evidence) => judgePlainness(evidence, "repeat"),
};
