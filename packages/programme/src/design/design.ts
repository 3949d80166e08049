import type { ManifestEntry } from "@slipway/conformance";

/** What a partner is going to build, as it is reviewed (REQ-04, REQ-05). */
export interface Design {
  /** What happens at the customer's, step by step. */
  readonly useCase: string;
  /** What the customer has of it. */
  readonly valueProposition: string;
  /** Operations of the ATS API: verb and path with parameters in braces, as `GET /people/{id}`. */
  readonly operations: readonly string[];
  /** `eventType` of each event that is used. */
  readonly events: readonly string[];
  readonly optionalFeatures: readonly string[];
  readonly manifest: readonly ManifestEntry[];
  /** What somebody has to do to switch it on for a customer. */
  readonly setUpSteps: readonly string[];
  /** What has to be entered anew for each customer. */
  readonly valuesPerCustomer: readonly string[];
  /** What the customer has to be asked. */
  readonly setUpQuestions: readonly string[];
}

/** How well a design repeats: the fewer, the better. */
export interface Repeatability {
  readonly setUpSteps: number;
  readonly valuesPerCustomer: number;
  readonly setUpQuestions: number;
}

export function repeatabilityOf(design: Design): Repeatability {
  return {
    setUpSteps: design.setUpSteps.length,
    valuesPerCustomer: design.valuesPerCustomer.length,
    setUpQuestions: design.setUpQuestions.length,
  };
}

/** What a design that is handed in still lacks, in words; empty when it is complete. */
export function missingIn(design: Design | undefined): readonly string[] {
  if (design === undefined) return ["the design"];
  const asked: readonly (readonly [string, boolean])[] = [
    ["the use case", design.useCase.trim() !== ""],
    ["the value proposition", design.valueProposition.trim() !== ""],
    ["an operation of the ATS API", design.operations.length > 0],
    ["a field that is read or written", design.manifest.length > 0],
  ];
  return asked.flatMap(([what, isThere]) => (isThere ? [] : [what]));
}
