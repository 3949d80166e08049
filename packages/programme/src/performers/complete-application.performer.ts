import type { Performer } from "@slipway/conformance";
import { completeApplication, type CompleteApplicationInput } from "@slipway/frameworks";

import { completeApplication as complete } from "../applications/application-event.ts";
import { nextPlace } from "../applications/next-place.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { noAnswerOf, shownView, statusOf } from "./answer-facts.ts";
import { deliveryPerformer } from "./delivery-performer.ts";

/** Completes an application as a candidate, and waits for the answer to the event. */
export function completeApplicationPerformer(parts: ProgrammeParts): Performer {
  return deliveryPerformer<CompleteApplicationInput>(parts, {
    kind: completeApplication.kind,
    toDo: "deliver the event",
    plan: async (tx, { input, tenant }) =>
      complete(parts, tx, {
        tenant,
        candidate: input.candidate,
        isSessionOver: input.session === "over",
        credentials: input.credentials,
        alter: input.alter,
      }),
    conclude: async (ended, { input, tenant }) => ({
      deliveryId: ended.deliveryId,
      status: statusOf(ended),
      noAnswer: noAnswerOf(ended),
      recruiterView: { ...shownView(ended) },
      next: await nextPlace(parts.database.queries, {
        tenant,
        deliveryId: ended.deliveryId,
        workflowId: input.candidate.workflowId,
      }),
    }),
  });
}
