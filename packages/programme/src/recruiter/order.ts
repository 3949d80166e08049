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
  | {
      /** `not-sent`: nothing left the house, as while the integration is suspended. */
      readonly state: "answered" | "no-answer" | "not-sent";
      readonly recruiterView: RecruiterView;
    };
