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
} as const satisfies Readonly<Record<string, string>>;

export type Guard = keyof typeof guards;

/** The guards that do not hold, each with what was found instead. */
export type Unmet = Readonly<Partial<Record<Guard, string>>>;
