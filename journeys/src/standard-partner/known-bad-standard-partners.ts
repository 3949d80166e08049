import type { FaultName } from "@slipway/example-standard-partner";

import type { KnownBadPartner } from "../known-bad-partners/known-bad-partners.ts";

/** Every fault of the Standard example partner with what the judge has to say to it. */
export const knownBadStandardPartners: Readonly<Record<FaultName, KnownBadPartner>> = {
  "accepts-any-password": { expects: "application.refuses-wrong-credentials" },
  "accepts-repeated-event": {
    expects: "application.refuses-repeated-event",
    mayFail: { "application.writes-no-second-row": "a second assessment has a row of its own" },
  },
  "accepts-incomplete-application": { expects: "application.refuses-missing-field" },
  "falls-back-to-first-assessment": { expects: "application.refuses-unknown-assessment" },
  "refuses-unknown-members": { expects: "application.ignores-unknown-members" },
  "names-no-field": { expects: "application.names-missing-field" },
  "sends-nobody-on": { expects: "application.sends-candidate-on" },
  "keeps-candidate": { expects: "application.brings-candidate-back" },
  "writes-no-result": { expects: "application.writes-result" },
  "adds-second-row": {
    expects: "application.fits-assessment",
    mayFail: { "application.writes-no-second-row": "there are two rows after a repeat as well" },
  },
  "leaves-out-score": { expects: "application.completes-row" },
  "reads-undeclared-field": { expects: "fields.reads-declared-fields" },
};
