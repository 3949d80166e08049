import { defineAction } from "@slipway/conformance";
import type { NoAnswerReason } from "@slipway/exchange";
import type { Json } from "@slipway/foundation";

import type { CandidateRefs, FieldAlteration, RecruiterView } from "../candidate-actions.ts";

export {
  awaitResult,
  createCandidate,
  moveCandidate,
  type CandidateRefs,
  type CreateCandidateFacts,
  type FieldAlteration,
} from "../candidate-actions.ts";

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
