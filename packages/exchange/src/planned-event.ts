import type { JsonObject } from "@slipway/foundation";

/** A change of a workflow's status, told to whoever raises events from it. */
export interface WorkflowStatusChange {
  readonly customerId: string;
  readonly workflowId: number;
  readonly personId: number;
  readonly jobId: number;
  readonly oldStatus: string;
  readonly newStatus: string;
  /** Who changed it. */
  readonly userId: number;
  readonly at: Date;
  readonly by: "recruiter" | "api-user";
}

/**
 * An event and its delivery as rows of the tables `event` and `delivery`, to be written with the change
 * (`insert into event select * from jsonb_populate_record(null::event, $1)`).
 */
export interface PlannedEvent {
  readonly eventRow: JsonObject;
  /** Undefined when the partner has no endpoint to deliver to. */
  readonly deliveryRow: JsonObject | undefined;
}

/** Plans the event of a change, or nothing where the change raises none. */
export type EventPlanner = (change: WorkflowStatusChange) => Promise<PlannedEvent | undefined>;
