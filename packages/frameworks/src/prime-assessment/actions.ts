import { defineAction } from "@slipway/conformance";
import type { NoAnswerReason } from "@slipway/exchange";
import type { Json, JsonObject } from "@slipway/foundation";

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

export type CreateCandidateInput = FieldAlteration;

export type CreateCandidateFacts = CandidateRefs & {
  /** The candidate's name as the recruiter reads it. */
  readonly name: string;
};

/** Creates a person, a job where needed, and their workflow in the tenant, with the named fields lacking or blank. */
export const createCandidate = defineAction<CreateCandidateInput, CreateCandidateFacts>(
  "candidate.create",
);

export type SendOrderInput = {
  readonly candidate: CandidateRefs;
  /** `null`: the order names no package. */
  readonly packageId: string | null;
  /** The id that the order carries, new or used before; `null`: a new one. */
  readonly orderId: string | null;
  readonly candidateAlteration: FieldAlteration;
  /** `wrong`: a password that the partner never gave out. */
  readonly credentials: "configured" | "wrong";
  /** An earlier order id whose sent body is sent again, under `orderId` and with `alter`; `null`: the body is built anew. */
  readonly repeatOf: string | null;
  /** `cut-off`: the text of the body ends in its middle, so that it is no JSON. Absent: whole. */
  readonly form?: "cut-off";
  /** Top-level members of the body to replace or add; `null` as a value is sent as JSON null. */
  readonly alter: Readonly<Record<string, Json>>;
};

export type SendOrderFacts = {
  readonly orderId: string;
  /** Value of `X-Slipway-Delivery` on the request. */
  readonly deliveryId: string;
  /** `null` when no usable answer arrived; `noAnswer` then says why. */
  readonly status: number | null;
  readonly noAnswer: NoAnswerReason | null;
  readonly recruiterView: RecruiterView;
};

/** Sends an order to the partner's endpoint of this tenant and establishes what came back. */
export const sendOrder = defineAction<SendOrderInput, SendOrderFacts>("order.send");

export type AwaitResultInput = {
  readonly workflowId: number;
  readonly orderId: string;
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

export type ReadOrderStatusInput = { readonly orderId: string };

export type ReadOrderStatusFacts = {
  readonly status: number | null;
  /** `status` of the answer's body; absent when the answer did not carry one. */
  readonly orderStatus?: string;
  /** `completedAt` of the answer's body, as it was written. */
  readonly completedAt?: string;
};

/** Asks the partner for the state of an order. */
export const readOrderStatus = defineAction<ReadOrderStatusInput, ReadOrderStatusFacts>(
  "order.status",
);

export type CancelOrderInput = { readonly orderId: string };

export type CancelOrderFacts = {
  readonly status: number | null;
  readonly noAnswer: NoAnswerReason | null;
  readonly recruiterView: RecruiterView;
};

/** Asks the partner to cancel an order. */
export const cancelOrder = defineAction<CancelOrderInput, CancelOrderFacts>("order.cancel");

export type AwaitClosedRowInput = { readonly workflowId: number; readonly orderId: string };

export type AwaitClosedRowFacts = {
  /** The workflow's result rows as they stood when the wait ended; empty when the partner wrote none. */
  readonly rows: readonly {
    readonly entry: number;
    /** Node id of `assessmentstatus`; null where the row has none. */
    readonly statusId: string | null;
  }[];
};

/** Waits until the workflow's result rows read Incomplete after a cancel, at most the pack's `resultBudgetMs`. */
export const awaitClosedRow = defineAction<AwaitClosedRowInput, AwaitClosedRowFacts>(
  "row.await-closed",
);

export type SyncPackagesInput = {
  /** Asks the partner to add a package, which the next list has. Absent: no. */
  readonly addPackage?: true;
};

export type SyncPackagesFacts = {
  readonly status: number | null;
  /** Empty when the answer was no package list. */
  readonly packages: readonly {
    readonly packageId: string;
    readonly name: string;
    readonly active: boolean;
  }[];
};

/** Reads the partner's packages of this tenant and enters their names into the tenant's assessment-name list. */
export const syncPackages = defineAction<SyncPackagesInput, SyncPackagesFacts>("packages.sync");

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

export type DisturbWorkflowInput = {
  readonly workflowId: number;
  /** 429: the quota is used up; 503: maintenance. */
  readonly status: 429 | 503;
  /** So many calls are refused; the next is served. */
  readonly times: number;
};

export type DisturbWorkflowFacts = { readonly status: number; readonly times: number };

/** Makes the tenant's ATS refuse the next calls that concern this workflow. */
export const disturbWorkflow = defineAction<DisturbWorkflowInput, DisturbWorkflowFacts>(
  "workflow.disturb",
);
