import type { RunConclusion, RunEnding } from "@slipway/conformance";

import type { Designation, StandingEvent, StandingKind } from "../lifecycle/standing-state.ts";
import type { VersionStateKind } from "../lifecycle/version-state.ts";

interface OfDeadline {
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
}

/** What each event tells, beside the integration that it is about. Instants are ISO 8601, UTC. */
export interface WebhookFacts {
  readonly "run.finished": {
    readonly runId: string;
    readonly sandboxId: string;
    readonly packVersion: string;
    readonly ended: "completed" | "given-up" | "cancelled";
    readonly conclusion: RunConclusion;
  };
  readonly "decision.made": {
    readonly version: number;
    readonly about: "design" | "validation";
    readonly decision: "approved" | "declined" | "changes-asked";
    readonly reason: string;
    readonly state: VersionStateKind;
  };
  readonly "deadline.opened": OfDeadline & { readonly dueAt: string | null };
  readonly "deadline.reminder": OfDeadline & { readonly dueAt: string; readonly daysLeft: number };
  readonly "deadline.expired": OfDeadline & { readonly dueAt: string };
  readonly "standing.changed": {
    readonly event: StandingEvent;
    readonly before: StandingKind;
    readonly after: StandingKind;
    readonly designation: Designation | null;
    readonly reason: string;
  };
}

/** What a webhook can be told of. */
export type WebhookEventType = keyof WebhookFacts;

/** How each ending of a run is called. */
export function endedAs(ending: RunEnding): WebhookFacts["run.finished"]["ended"] {
  return ending.kind === "cancelled" ? "cancelled" : ending.because;
}

interface EventDescription {
  readonly when: string;
  /** Beside `integrationId` and `integration`. */
  readonly fields: Readonly<Record<string, string>>;
}

const ofDeadline = {
  deadlineId: "The deadline.",
  kind: "`revalidation` or `mandatory-feature`.",
  subject: "What has to be done.",
};

/** Every event, as partners read about it. */
export const webhookEvents: Readonly<Record<WebhookEventType, EventDescription>> = {
  "run.finished": {
    when: "A run has ended and is judged, or was cancelled.",
    fields: {
      runId: "The run.",
      sandboxId: "Its sandbox.",
      packVersion: "The version of the requirement pack it was judged by.",
      ended:
        "`completed`, `cancelled`, or `given-up` where a fault of ours kept it from being judged.",
      conclusion:
        "What it says as a whole: `passed`, `failed`, `not-judged`, `waiting`, `incomplete` or `partial`.",
    },
  },
  "decision.made": {
    when: "A reviewer has decided about the design or the validation of a version.",
    fields: {
      version: "Number of the version.",
      about: "`design` or `validation`.",
      decision: "`approved`, `declined` or `changes-asked`.",
      reason: "The reason given.",
      state: "The state in which the version is now.",
    },
  },
  "deadline.opened": {
    when: "A deadline was opened.",
    fields: {
      ...ofDeadline,
      dueAt: "When it is due; null while its clock waits for the mail server to accept the notice.",
    },
  },
  "deadline.reminder": {
    when: "60, 30, 14, 7 days or 1 day are left of a deadline.",
    fields: { ...ofDeadline, dueAt: "When it is due.", daysLeft: "How many days are left." },
  },
  "deadline.expired": {
    when: "A deadline has passed. A person decides what follows.",
    fields: { ...ofDeadline, dueAt: "When it was due." },
  },
  "standing.changed": {
    when: "What an integration is in the programme has changed.",
    fields: {
      event: "What changed it, such as `designate`, `suspend` or `pass-deadline`.",
      before: "What it was.",
      after: "`none`, `designated`, `revalidation-due`, `overdue`, `suspended` or `removed`.",
      designation: "`prime` or `standard` while it has one, else null.",
      reason: "The reason given.",
    },
  },
};

/** Every type. */
// The table's type names them all.
export const webhookEventTypes = Object.keys(webhookEvents) as readonly WebhookEventType[];

/** What a webhook is sent when somebody tries it; nobody subscribes to it. */
export const testEventType = "webhook.test";
