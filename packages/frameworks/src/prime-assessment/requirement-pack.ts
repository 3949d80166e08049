import type { Requirement, RequirementPack } from "@slipway/conformance";

const requirements: readonly Requirement[] = [
  {
    id: "PA-PKG-1",
    title: "The packages can be read and ordered",
    duties: ["REQ-16", "REQ-23"],
    severity: "must",
    checks: ["packages.answers-package-list", "packages.offers-active-package"],
  },
  {
    id: "PA-UC1-1",
    title: "Use case 1: a complete order is accepted",
    duties: ["REQ-16", "REQ-18"],
    severity: "must",
    checks: ["orders.accepts-complete-order", "orders.answers-by-contract"],
  },
  {
    id: "PA-UC1-2",
    title: "Use case 1: the result arrives in the ATS, complete and for the right order",
    duties: ["REQ-15", "REQ-18"],
    severity: "must",
    checks: ["results.writes-result", "results.completes-row", "results.fits-order"],
  },
  {
    id: "PA-UC1-3",
    title: "Use case 1: orders are answered and results arrive in real time",
    duties: ["REQ-15", "REQ-18"],
    severity: "must",
    checks: ["orders.answers-in-time", "orders.reports-completion", "results.writes-in-time"],
  },
  {
    id: "PA-UC1-4",
    title: "Use case 1: no call to the ATS goes wrong on the way",
    duties: ["REQ-18"],
    severity: "must",
    checks: ["api.makes-calls-that-succeed"],
  },
  {
    id: "PA-UC2-1",
    title: "Use case 2: the same order again is refused with 400",
    duties: ["REQ-19"],
    severity: "must",
    checks: ["orders.refuses-repeated-order"],
  },
  {
    id: "PA-UC2-2",
    title: "Use case 2: the recruiter reads why the repeated order was refused",
    duties: ["REQ-19", "REQ-21"],
    severity: "must",
    checks: ["messages.explains-repeated-order", "messages.stays-plain-about-repeated-order"],
  },
  {
    id: "PA-UC2-3",
    title: "Use case 2: of two identical orders at once exactly one is accepted",
    duties: ["REQ-19"],
    severity: "must",
    checks: ["orders.accepts-one-of-two"],
  },
  {
    id: "PA-UC2-4",
    title: "Use case 2: an earlier order's id with another body is refused",
    duties: ["REQ-19"],
    severity: "advisory",
    checks: ["orders.refuses-same-id-other-body"],
  },
  {
    id: "PA-UC2-5",
    title: "Use case 2: another id for the same candidate, job and package is refused",
    duties: ["REQ-19"],
    severity: "advisory",
    checks: ["orders.refuses-other-id-same-request"],
  },
  {
    id: "PA-UC2-6",
    title: "Use case 2: a repeat after the result begins nothing new",
    duties: ["REQ-19"],
    severity: "advisory",
    checks: ["orders.answers-late-repeat"],
  },
  {
    id: "PA-UC2-7",
    title: "Use case 2: a duplicate leaves no second row in the ATS",
    duties: ["REQ-19"],
    severity: "advisory",
    checks: ["results.writes-no-second-row"],
  },
  {
    id: "PA-UC3-1",
    title: "Use case 3: an order without a required field is refused with 400",
    duties: ["REQ-20"],
    severity: "must",
    checks: ["orders.refuses-missing-field"],
  },
  {
    id: "PA-UC3-2",
    title: "Use case 3: the recruiter reads which field is missing",
    duties: ["REQ-20", "REQ-21"],
    severity: "must",
    checks: ["messages.names-missing-field"],
  },
  {
    id: "PA-UC3-3",
    title: "Use case 3: the recruiter reads every missing field at once",
    duties: ["REQ-20"],
    severity: "must",
    checks: ["messages.names-both-missing-fields"],
  },
  {
    id: "PA-UC3-4",
    title: "Use case 3: empty and blank values count as missing",
    duties: ["REQ-20"],
    severity: "must",
    checks: ["orders.refuses-blank-field"],
  },
  {
    id: "PA-UC3-5",
    title: "Use case 3: the message is fit to be shown",
    duties: ["REQ-20", "REQ-21"],
    severity: "must",
    checks: ["messages.stays-plain-about-missing-field"],
  },
  {
    id: "PA-MSG-1",
    title: "Recruiters read their own labels in every message",
    duties: ["REQ-19", "REQ-20", "REQ-21"],
    severity: "must",
    checks: ["messages.resolves-for-recruiters"],
  },
  {
    id: "PA-ORD-1",
    title: "An order for an unknown package is refused with 400",
    duties: ["REQ-16"],
    severity: "must",
    checks: ["orders.refuses-unknown-package"],
  },
  {
    id: "PA-ATH-1",
    title: "Only the platform can order for a customer",
    duties: ["REQ-16", "REQ-23"],
    severity: "must",
    checks: ["auth.refuses-wrong-credentials"],
  },
  {
    id: "PA-ATH-2",
    title: "Every call to the ATS carries the customer's credentials",
    duties: ["REQ-16", "REQ-23"],
    severity: "must",
    checks: ["api.authenticates-calls"],
  },
  {
    id: "PA-CAN-1",
    title: "Who declares cancelling cancels",
    duties: ["REQ-16", "REQ-23"],
    severity: "must",
    checks: ["cancel.cancels-open-order", "cancel.closes-row"],
  },
  {
    id: "PA-EVT-1",
    title: "Events of status changes are accepted",
    duties: ["REQ-16"],
    severity: "must",
    checks: ["events.accepts-status-change"],
  },
  {
    id: "PA-FLD-1",
    title: "Only declared fields are read",
    duties: ["REQ-15", "REQ-22"],
    severity: "must",
    checks: ["fields.reads-declared-fields"],
  },
  {
    id: "PA-FLD-2",
    title: "Only declared fields are written",
    duties: ["REQ-15", "REQ-22"],
    severity: "must",
    checks: ["fields.writes-declared-fields"],
  },
  {
    id: "PA-FLD-3",
    title: "Reads name their fields",
    duties: ["REQ-15", "REQ-22"],
    severity: "advisory",
    checks: ["fields.names-fields-it-reads"],
  },
  {
    id: "PA-FLD-4",
    title: "Declared fields are used",
    duties: ["REQ-22"],
    severity: "advisory",
    checks: ["fields.uses-what-it-declares"],
  },
  {
    id: "PA-TEN-1",
    title: "Nothing that differs between customers is hard-coded",
    duties: ["REQ-24"],
    severity: "must",
    checks: ["tenants.hard-codes-nothing"],
  },
  {
    id: "PA-API-1",
    title: "The quota of calls is respected",
    duties: ["REQ-16"],
    severity: "advisory",
    checks: ["api.respects-quota"],
  },
];

/** The first version. Runs have used it: it stays as it is. */
const primeAssessmentPack: RequirementPack = {
  id: "prime-assessment",
  version: "2026.1",
  framework: "prime-assessment",
  title: "Prime assessments 2026.1",
  settings: {
    answerBudgetMs: 10_000,
    resultBudgetMs: 60_000,
    completionWindowMs: 600_000,
    testCompletionWindowMs: 120_000,
  },
  scenarios: [
    "packages.listed",
    "uc1.end-to-end",
    "uc2.repeated-order",
    "uc2.two-at-once",
    "uc2.same-id-other-body",
    "uc2.other-id-same-request",
    "uc2.late-repeat",
    "uc3.missing-field",
    "uc3.two-missing",
    "uc3.blank",
    "uc3.blanks-only",
    "auth.wrong-credentials",
    "orders.unknown-package",
    "cancel.open-order",
    "events.status-change",
  ],
  requirements,
};

/** What 2026.2 asks besides. */
const added: readonly Requirement[] = [
  {
    id: "PA-ORD-2",
    title: "An order for an unknown customer is refused",
    duties: ["REQ-16", "REQ-24"],
    severity: "must",
    checks: ["orders.refuses-unknown-customer"],
  },
  {
    id: "PA-ORD-3",
    title: "Members that the contract does not know change nothing",
    duties: ["REQ-16"],
    severity: "must",
    checks: ["orders.ignores-unknown-members"],
  },
  {
    id: "PA-ORD-4",
    title: "An order that cannot be read is refused with 400",
    duties: ["REQ-16"],
    severity: "must",
    checks: ["orders.refuses-malformed-body"],
  },
  {
    id: "PA-ORD-5",
    title: "A second package and a second round are new orders",
    duties: ["REQ-16", "REQ-19"],
    severity: "must",
    checks: ["orders.accepts-other-package", "orders.accepts-second-round"],
  },
  {
    id: "PA-API-2",
    title: "What the ATS refuses for the moment is repeated after a pause",
    duties: ["REQ-15", "REQ-16"],
    severity: "must",
    checks: ["api.backs-off-when-refused"],
  },
  {
    id: "PA-API-3",
    title: "The integration reacts instead of polling",
    duties: ["REQ-15"],
    severity: "advisory",
    checks: ["api.reacts-instead-of-polling"],
  },
];

/** What an integration of Prime assessments has to prove today: the cases of 2026.1, and those that came to light since. */
const primeAssessmentPack2026v2: RequirementPack = {
  ...primeAssessmentPack,
  version: "2026.2",
  title: "Prime assessments 2026.2",
  scenarios: [
    ...primeAssessmentPack.scenarios,
    "orders.unknown-customer",
    "orders.unknown-members",
    "orders.malformed-body",
    "orders.other-package",
    "orders.second-round",
    "api.unavailable",
    // The last: while a quota is used up, a partner is silent for the customer's other orders as well.
    "api.quota-used-up",
  ],
  requirements: [...requirements, ...added],
};

/** The next version in preparation: shorter times, and what is advice today is asked of everyone. */
const primeAssessmentDraft: RequirementPack = {
  ...primeAssessmentPack2026v2,
  version: "2026.3-draft",
  title: "Prime assessments 2026.3 (draft)",
  settings: { ...primeAssessmentPack.settings, answerBudgetMs: 2_000, resultBudgetMs: 30_000 },
  requirements: primeAssessmentPack2026v2.requirements.map((requirement) => ({
    ...requirement,
    severity: "must",
  })),
};

/** Every version, newest last. */
export const primeAssessmentPacks: readonly RequirementPack[] = [
  primeAssessmentPack,
  primeAssessmentPack2026v2,
  primeAssessmentDraft,
];
