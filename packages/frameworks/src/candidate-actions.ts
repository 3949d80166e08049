import { defineAction } from "@slipway/conformance";
import type { JsonObject } from "@slipway/foundation";

// What scenarios of more than one framework do with candidates.

/**
 * What is left out of or blanked in what a partner gets to see, by `person.email`-style key (see `field-manifest.ts` for the
 * keys that stand in the order). The same alteration concerns the profile in the ATS and the order's body.
 */
export type FieldAlteration = {
  /** Keys of fields that are absent. */
  readonly without: readonly string[];
  /** Keys of fields that are present with a value that says nothing: `''`, `'   '`. */
  readonly blank: Readonly<Record<string, string>>;
};

/** A candidate, the job and the recruiting workflow that ties them. */
export type CandidateRefs = {
  readonly personId: number;
  readonly jobId: number;
  readonly workflowId: number;
};

/** What the recruiter was shown for the partner's answer. */
export type RecruiterView = { readonly tone: "success" | "error"; readonly text: string };

export type CreateCandidateInput = FieldAlteration & {
  /** Text of the job's assessment type; left out: as in the seeded job that it is modelled on. */
  readonly assessment?: string;
};

export type CreateCandidateFacts = CandidateRefs & {
  /** The candidate's name as the recruiter reads it. */
  readonly name: string;
};

/** Creates a person, a job where needed, and their workflow in the tenant, with the named fields lacking or blank. */
export const createCandidate = defineAction<CreateCandidateInput, CreateCandidateFacts>(
  "candidate.create",
);

export type AwaitResultInput = {
  readonly workflowId: number;
  /** Null where the framework has no orders. */
  readonly orderId: string | null;
  readonly packageName: string;
  /** For the text that tells the partner what to complete. */
  readonly candidateName: string;
};

/** `arrived: false`: the window (`result-window-ms.ts`) passed without a result row of a complete status. */
export type AwaitResultFacts =
  | { readonly arrived: false }
  | {
      readonly arrived: true;
      /** Id of the row within the collection. */
      readonly entry: number;
      /** When the call ended that gave the row its complete status: ISO 8601, UTC, milliseconds, real time. */
      readonly readableAt: string;
      /** Node id of `assessmentstatus`. */
      readonly statusId: string;
      /** The row as the ATS API returns it. */
      readonly row: JsonObject;
    };

/** Waits until the workflow has a result row of a complete status, at most as long as `result-window-ms.ts` says. */
export const awaitResult = defineAction<AwaitResultInput, AwaitResultFacts>("result.await");

export type MoveCandidateInput = {
  readonly workflowId: number;
  /** Place in the tenant's list of recruiting statuses, from 0. */
  readonly statusIndex: number;
};

export type MoveCandidateFacts = {
  readonly eventDeliveryId: string;
  readonly status: number | null;
  readonly recruiterView: RecruiterView;
};

/** Moves the workflow to another status, which raises `WorkFlowStatusChangeEvent` to the partner. */
export const moveCandidate = defineAction<MoveCandidateInput, MoveCandidateFacts>("candidate.move");
