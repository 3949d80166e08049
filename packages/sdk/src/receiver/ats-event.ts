import type { Link } from "../profile/profile-base.ts";

/** What every event has; all ids are texts. Members that are not typed here are in `extra`. */
export interface AtsEvent<Type extends string = string> {
  readonly eventType: Type;
  readonly customerId: string;
  /** The profile that the event is about. */
  readonly systemId: string;
  /** Empty when the ATS tells none. */
  readonly userId: string;
  readonly links: readonly Link[];
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A recruiter moved a candidate; `systemId` is the workflow. Statuses may be digits or node ids. */
export interface WorkflowStatusChangeEvent extends AtsEvent<"WorkFlowStatusChangeEvent"> {
  readonly personId: string;
  readonly jobId: string;
  readonly newStatus: string;
  readonly oldStatus: string;
}

/**
 * A candidate completed an application; `systemId` is the workflow. Answer with `redirectAnswer`. The documents print
 * `AssessmentEvent`, recorded traffic the other name: handle both.
 */
export interface ApplicationCompletedEvent extends AtsEvent<
  "ApplicationCompletedEvent" | "AssessmentEvent"
> {
  /** Where the candidate goes when done. */
  readonly returnUrl: string;
}

/** A recruiter posts a job; `systemId` is the job. Answer with `redirectAnswer`. */
export interface JobPostEvent extends AtsEvent<"JobPostToWebEvent"> {
  /** Where candidates apply. */
  readonly portalUrl: string;
}

/** A posting is cancelled; `systemId` is the job. Answer with 200. */
export type JobUnpostEvent = AtsEvent<"JobUnpostToWebEvent">;

/** A recruiter opens a posting; `systemId` is the job. */
export type JobEditEvent = AtsEvent<"ViewJobWebPostEvent">;

/** A new hire opened a task of yours. Answer with `redirectAnswer`. */
export interface OnboardPortalTaskEvent extends AtsEvent<"OnboardPortalTaskEvent"> {
  /** Marks the task complete. */
  readonly returnUrl: string;
  /** Leaves it open. */
  readonly incompleteUrl: string;
}

/** A user logs in through you; `systemId` is the user. Answer with `redirectAnswer`. */
export interface RemoteLoginEvent extends AtsEvent<"RemoteLoginEvent"> {
  readonly returnUrl: string;
}

/** The events whose members are known, by their type as the vendor spells it. */
export interface KnownEvents {
  readonly WorkFlowStatusChangeEvent: WorkflowStatusChangeEvent;
  readonly ApplicationCompletedEvent: ApplicationCompletedEvent;
  readonly AssessmentEvent: ApplicationCompletedEvent;
  readonly JobPostToWebEvent: JobPostEvent;
  readonly JobUnpostToWebEvent: JobUnpostEvent;
  readonly ViewJobWebPostEvent: JobEditEvent;
  readonly OnboardPortalTaskEvent: OnboardPortalTaskEvent;
  readonly RemoteLoginEvent: RemoteLoginEvent;
}

/** A type of event whose members are known. */
export type KnownEventType = keyof KnownEvents;
