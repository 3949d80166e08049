/** What has to hold besides the state, by name, as the refusal puts it. */
export const guards = {
  "design-complete": "the design names use case, value, operations, events and every field",
  "reason-given": "a reason is given",
  "no-open-item": "no item is open",
  "other-organisation": "whoever decides is not of the integration's own organisation",
  "run-passed": "the submitted run passed as a whole under the pack of the approval",
  "statement-confirmed":
    "a named person confirmed the manifest, the enablement sheet, and that nothing is hard-coded",
  "newest-pack": "a revalidation is proved under the newest pack of the framework",
  "validation-approved": "a validation of one of its versions was approved",
  "revalidation-approved": "a revalidation was approved that was asked for before",
  "listing-complete":
    "the listing has name, tagline, description, a category and a support contact",
  "features-validated":
    "every optional feature of the listing is one of the version that was validated",
  "designation-in-force":
    "one of its versions was validated, and the designation that it earned, Prime or Standard, is in force",
  "designation-kept":
    "one of its versions was validated, and the integration is neither suspended nor removed",
} as const satisfies Readonly<Record<string, string>>;

export type Guard = keyof typeof guards;

/** The guards that do not hold, each with what was found instead. */
export type Unmet = Readonly<Partial<Record<Guard, string>>>;
