import { defineAction } from "@slipway/conformance";
import type { NoAnswerReason } from "@slipway/exchange";
import type { Json } from "@slipway/foundation";

import type { CandidateRefs, RecruiterView } from "../candidate-actions.ts";

export type EnterAssessmentsInput = Readonly<Record<string, never>>;

export type EnterAssessmentsFacts = {
  /** The assessments of the enablement sheet, which names them by what customers read; the id is the name. */
  readonly packages: readonly {
    readonly packageId: string;
    readonly name: string;
    readonly active: boolean;
  }[];
  /** One that is in the customer's list and that the partner does not offer. */
  readonly unknown: string;
};

/** Enters the partner's assessments into the tenant's lists of assessment types and names. */
export const enterAssessments = defineAction<EnterAssessmentsInput, EnterAssessmentsFacts>(
  "assessments.enter",
);

/**
 * Where an answer sends the candidate: `return`: back to the portal's page of this application; `page`: to any other page; `nowhere`:
 * it names no address.
 */
export type NextPlace = "return" | "page" | "nowhere";

/** What came of an event. */
export type EventFacts = {
  /** Value of `X-Slipway-Delivery` on the request. */
  readonly deliveryId: string;
  /** `null` when no usable answer arrived; `noAnswer` then says why. */
  readonly status: number | null;
  readonly noAnswer: NoAnswerReason | null;
  readonly recruiterView: RecruiterView;
  readonly next: NextPlace;
};

export type CompleteApplicationInput = {
  readonly candidate: CandidateRefs;
  /** `over`: the candidate's session at the portal has ended by the time of coming back. */
  readonly session: "open" | "over";
  /** `wrong`: a password that the partner never gave out. */
  readonly credentials: "configured" | "wrong";
  /** Members that the event has beside its own. */
  readonly alter: Readonly<Record<string, Json>>;
};

/** A candidate reaches the end of the application, which raises `ApplicationCompletedEvent` to the partner. */
export const completeApplication = defineAction<CompleteApplicationInput, EventFacts>(
  "application.complete",
);

export type RepeatEventInput = {
  readonly candidate: CandidateRefs;
  /** The call whose event is sent again as it was. */
  readonly deliveryId: string;
};

/** The same event arrives once more. */
export const repeatEvent = defineAction<RepeatEventInput, EventFacts>("event.repeat");

export type VisitPageInput = {
  readonly candidate: CandidateRefs;
  /** The call whose answer sends the candidate to the page. */
  readonly from: string;
};

export type VisitPageFacts = Pick<EventFacts, "deliveryId" | "status" | "noAnswer" | "next">;

/** The candidate's browser opens a page of the partner's. */
export const visitPage = defineAction<VisitPageInput, VisitPageFacts>("page.visit");

export type ReturnToPortalInput = {
  readonly candidate: CandidateRefs;
  readonly candidateName: string;
  /** The call whose answer sends the candidate back; null: a person takes the assessment, and is waited for. */
  readonly from: string | null;
};

/** What the candidate sees at the portal; `nothing`: nobody came back in time. */
export type ReturnToPortalFacts = {
  readonly shown: "submitted" | "used" | "session-over" | "unknown" | "nothing";
};

/** The candidate comes back to the portal, which submits the application. */
export const returnToPortal = defineAction<ReturnToPortalInput, ReturnToPortalFacts>(
  "portal.return",
);
