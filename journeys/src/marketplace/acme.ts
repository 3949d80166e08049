import { manifest } from "@slipway/example-prime-partner";

/** What Acme is going to build. */
export const design = {
  useCase: "A recruiter orders a test; the candidate takes it; the result is written back.",
  valueProposition: "Recruiters see results where they work.",
  operations: ["GET /people/{id}", "PATCH /applicantworkflows/{id}"],
  events: ["WorkFlowStatusChangeEvent"],
  optionalFeatures: ["cancel"],
  manifest,
  setUpSteps: ["Enter the credentials."],
  valuesPerCustomer: ["Customer id", "Credentials"],
  setUpQuestions: [],
};

/** What its listing says. */
export const listing = {
  name: "Acme Tests",
  tagline: "Tests in ten minutes.",
  description: "Numbers and words, <b>taken</b> at home.",
  categories: ["Assessment"],
  optionalFeatures: ["cancel"],
  supportContact: "support@acme.example.test",
  links: [{ label: "Guide", address: "https://acme.example.test/guide" }],
};
