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
    id: "PA-UC2-1",
    title: "Use case 2: the same order again is refused with 400",
    duties: ["REQ-19"],
    severity: "must",
    checks: ["orders.refuses-repeated-order"],
  },
  {
    id: "PA-UC2-2",
    title: "Use case 2: the recruiter reads why",
    duties: ["REQ-19", "REQ-21"],
    severity: "must",
    checks: ["messages.explains-repeated-order"],
  },
  {
    id: "PA-UC2-3",
    title: "Use case 2: of two identical orders at once exactly one is accepted",
    duties: ["REQ-19"],
    severity: "must",
    checks: ["orders.accepts-one-of-two"],
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
    checks: ["messages.names-missing-field", "messages.names-both-missing-fields"],
  },
];

/** What an integration of Prime assessments has to prove today. */
export const primeAssessmentPack: RequirementPack = {
  id: "prime-assessment",
  version: "2026.1",
  framework: "prime-assessment",
  title: "Prime assessments 2026.1",
  settings: { answerBudgetMs: 10_000, resultBudgetMs: 60_000, completionWindowMs: 600_000 },
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

/** The next version in preparation: shorter times, and what is advice today is asked of everyone. */
export const primeAssessmentDraft: RequirementPack = {
  ...primeAssessmentPack,
  version: "2026.2-draft",
  title: "Prime assessments 2026.2 (draft)",
  settings: { ...primeAssessmentPack.settings, answerBudgetMs: 2_000, resultBudgetMs: 30_000 },
  requirements: requirements.map((requirement) => ({ ...requirement, severity: "must" })),
};

/** Every version, newest last. */
export const primeAssessmentPacks: readonly RequirementPack[] = [
  primeAssessmentPack,
  primeAssessmentDraft,
];
