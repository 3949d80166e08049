import type { Link } from "../links/link.ts";

/** What every event notification carries; all ids are texts (PAY). */
export type EventPayload = {
  readonly eventType: string;
  readonly customerId: string;
  /** The profile that the event is about. */
  readonly systemId: string;
  readonly userId: string;
  readonly links: readonly Link[];
};

/** A recruiter moved a candidate into a trigger status (PAY). */
export type WorkflowStatusChangePayload = EventPayload & {
  readonly eventType: typeof workflowStatusChangeEventType;
  readonly jobId: string;
  readonly personId: string;
  readonly newStatus: string;
  readonly oldStatus: string;
};

/** The event type exactly as the vendor spells it. */
export const workflowStatusChangeEventType = "WorkFlowStatusChangeEvent";

/** A candidate completed an application (PAY); the user is the candidate, the system id the workflow's. */
export type ApplicationCompletedPayload = EventPayload & {
  readonly eventType: "ApplicationCompletedEvent" | "AssessmentEvent";
  /** The portal's page that finishes the application. */
  readonly returnUrl: string;
};
