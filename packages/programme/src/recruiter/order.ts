import type { RecruiterView } from "@slipway/event-delivery";

/** An assessment that a recruiter ordered, as the recruiter sees it. */
export interface AssessmentOrder {
  readonly id: string;
  readonly customerId: string;
  readonly personId: number;
  readonly jobId: number;
  readonly workflowId: number;
  readonly packageId: string;
  readonly createdAt: Date;
  readonly delivery: OrderDelivery;
}

export type OrderDelivery =
  | { readonly state: "under-way" }
  | { readonly state: "answered" | "no-answer"; readonly recruiterView: RecruiterView };
