import type { FaultName } from "@slipway/example-prime-partner";

/** What has to come of validating a partner with one fault. */
export interface KnownBadPartner {
  /** The check that names the fault. */
  readonly expects: string;
  /** Default `fail`. `warn` where the check only advises, `needs-review` where a person has to look. */
  readonly verdict?: "fail" | "warn" | "needs-review";
  /** Checks that may fail besides, and why. */
  readonly mayFail?: Readonly<Record<string, string>>;
  readonly declaration?: { readonly addsTestPackage: true };
  /** It was given a second password for the ATS, and the first one's time is over. */
  readonly hasReplacedPasswords?: boolean;
  /** The version of the pack; the one in force unless given. */
  readonly packVersion?: string;
}

const repeated = {
  expects: "orders.refuses-repeated-order",
  mayFail: { "orders.accepts-one-of-two": "the second of two at once is a repeated order as well" },
} as const;

const elsewhere = {
  expects: "tenants.hard-codes-nothing",
  mayFail: {
    "orders.accepts-complete-order":
      "an order cannot be accepted without the candidate, who is looked for at the wrong customer",
    "orders.accepts-one-of-two": "as above",
    "api.authenticates-calls": "the other customer's ATS refuses the credentials",
    "results.writes-result": "the row is looked for at the wrong customer",
    "messages.explains-repeated-order": "an order that was not accepted is not repeated",
  },
} as const;

const rejectedRow = { expects: "results.writes-result" } as const;

/** Every fault of the example partner with what the judge has to say to it. */
export const knownBadPartners: Readonly<Record<FaultName, KnownBadPartner>> = {
  "accepts-repeated-order": repeated,
  "refuses-repeated-order-with-409": repeated,
  "refuses-repeated-order-with-500": repeated,
  "accepts-two-at-once": { expects: "orders.accepts-one-of-two" },
  "accepts-other-body": { expects: "orders.refuses-same-id-other-body" },
  "accepts-other-id": { expects: "orders.refuses-other-id-same-request" },
  "begins-again-after-result": { expects: "orders.answers-late-repeat" },
  "refuses-complete-order": { expects: "orders.accepts-complete-order" },
  "accepts-without-contract": { expects: "orders.answers-by-contract" },
  "lists-packages-without-names": { expects: "packages.answers-package-list" },
  "lists-no-active-package": { expects: "packages.offers-active-package" },
  "lists-packages-of-before": {
    expects: "packages.lists-added-package",
    declaration: { addsTestPackage: true },
  },
  "answers-slowly": { expects: "orders.answers-in-time", packVersion: "2026.3-draft" },
  "answers-late": {
    expects: "orders.accepts-complete-order",
    mayFail: { "orders.answers-by-contract": "no answer in time is no answer by the contract" },
  },
  "accepts-missing-field": { expects: "orders.refuses-missing-field" },
  "accepts-blanks": { expects: "orders.refuses-blank-field" },
  "accepts-unknown-package": { expects: "orders.refuses-unknown-package" },
  "accepts-wrong-credentials": { expects: "auth.refuses-wrong-credentials" },
  "accepts-unknown-customer": { expects: "orders.refuses-unknown-customer" },
  "breaks-on-unknown-members": { expects: "orders.ignores-unknown-members" },
  "breaks-on-malformed-body": { expects: "orders.refuses-malformed-body" },
  "refuses-other-package": { expects: "orders.accepts-other-package" },
  "refuses-second-round": { expects: "orders.accepts-second-round" },
  "cannot-read-gzip": { expects: "events.accepts-status-change" },
  "refuses-events": { expects: "events.accepts-status-change" },
  "ignores-cancel": {
    expects: "cancel.cancels-open-order",
    mayFail: { "cancel.closes-row": "an order that goes on has a row that goes on" },
  },
  "refuses-cancel": { expects: "cancel.cancels-open-order" },
  "hides-completion": { expects: "orders.reports-completion" },
  "answers-with-page": { expects: "messages.explains-repeated-order" },
  "answers-with-nothing": { expects: "messages.explains-repeated-order" },
  "names-no-order": { expects: "messages.explains-repeated-order" },
  "writes-markup": { expects: "messages.stays-plain-about-repeated-order" },
  "shows-stack-trace": { expects: "messages.stays-plain-about-repeated-order" },
  "shows-secret": { expects: "messages.stays-plain-about-repeated-order" },
  "shows-internal-id": { expects: "messages.stays-plain-about-repeated-order" },
  "shows-debug-text": { expects: "messages.stays-plain-about-missing-field" },
  "names-no-field": {
    expects: "messages.names-missing-field",
    mayFail: { "messages.names-both-missing-fields": "of two missing fields none is named either" },
  },
  "names-first-field-only": { expects: "messages.names-both-missing-fields" },
  "names-wrong-field": { expects: "messages.names-missing-field", verdict: "needs-review" },
  "writes-unknown-token": { expects: "messages.resolves-for-recruiters" },
  "never-delivers-result": { expects: "results.writes-result" },
  "delivers-result-late": {
    expects: "results.writes-in-time",
    mayFail: {
      "api.respects-quota": "results held back for a minute come while another call pauses",
    },
  },
  "omits-score-and-result": { expects: "results.completes-row" },
  "writes-result-twice": {
    expects: "results.fits-order",
    mayFail: { "results.writes-no-second-row": "repeated orders have two rows as well" },
  },
  "writes-row-for-repeated-order": { expects: "results.writes-no-second-row" },
  "leaves-row-of-cancelled-order": { expects: "cancel.closes-row" },
  "writes-to-other-candidate": {
    expects: "results.fits-order",
    mayFail: {
      "results.writes-result": "the candidate whose row it should be has none",
      "cancel.closes-row": "as above",
      "results.writes-no-second-row": "as above, the other way round",
    },
  },
  "changes-other-row": {
    expects: "results.fits-order",
    mayFail: { "results.writes-result": "the row of the order itself is never completed" },
  },
  "writes-too-long-text": rejectedRow,
  "writes-wrong-date": rejectedRow,
  "writes-unknown-status": rejectedRow,
  "writes-other-name": { expects: "results.fits-order" },
  "calls-with-wrong-password": { expects: "api.authenticates-calls" },
  "calls-with-expired-password": {
    expects: "api.authenticates-calls",
    hasReplacedPasswords: true,
  },
  "calls-what-is-not-there": { expects: "api.makes-calls-that-succeed", verdict: "warn" },
  "reads-undeclared-field": { expects: "fields.reads-declared-fields" },
  "reads-default-fields": { expects: "fields.names-fields-it-reads", verdict: "warn" },
  "declares-too-much": { expects: "fields.uses-what-it-declares", verdict: "warn" },
  "writes-undeclared-field": { expects: "fields.writes-declared-fields" },
  "writes-custom-field": { expects: "fields.writes-declared-fields" },
  "ignores-refusals": {
    expects: "api.backs-off-when-refused",
    mayFail: {
      "api.respects-quota": "who takes 429 for an answer goes on with other calls of the customer",
    },
  },
  "retries-without-pause": {
    expects: "api.backs-off-when-refused",
    mayFail: {
      "api.respects-quota": "the quota is one of the two things that it does not wait for",
    },
  },
  "calls-on-over-quota": { expects: "api.respects-quota" },
  "polls-for-news": { expects: "api.reacts-instead-of-polling" },
  "hard-codes-customer-id": elsewhere,
  "hard-codes-base-address": elsewhere,
  "hard-codes-credentials": elsewhere,
  "hard-codes-package": {
    expects: "tenants.hard-codes-nothing",
    mayFail: {
      "results.writes-result": "the name is on no list of the other customer",
      "results.fits-order": "the name is not that of the ordered package",
    },
  },
  "hard-codes-status-node": {
    expects: "tenants.hard-codes-nothing",
    mayFail: { "fields.writes-declared-fields": "its manifest says that the status is only read" },
  },
  "mixes-up-customers": elsewhere,
};

/** Checks that no fault proves yet, with the reason. */
export const unprovedChecks: Readonly<Record<string, string>> = {};

/** Those to begin with: their runs wait for what comes late or never. */
export const slowest: readonly FaultName[] = [
  "never-delivers-result",
  "ignores-refusals",
  "writes-too-long-text",
  "writes-wrong-date",
  "writes-unknown-status",
  "writes-to-other-candidate",
  "changes-other-row",
  "delivers-result-late",
  "answers-late",
];
