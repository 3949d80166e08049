import type { Performer } from "@slipway/conformance";
import type { Json } from "@slipway/foundation";
import { repeatEvent, type RepeatEventInput } from "@slipway/frameworks";

import { nextPlace } from "../applications/next-place.ts";
import { referencesOf } from "../applications/application-event.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { noAnswerOf, shownView, statusOf } from "./answer-facts.ts";
import { deliveryPerformer } from "./delivery-performer.ts";

/** Sends the event of an earlier call once more, as a user does who reloads a page or repeats a click. */
export function repeatEventPerformer(parts: ProgrammeParts): Performer {
  return deliveryPerformer<RepeatEventInput>(parts, {
    kind: repeatEvent.kind,
    toDo: "deliver the event again",
    plan: async (tx, { input, place }) => {
      const { request } = await tx
        .selectFrom("delivery")
        .select("request")
        .where("customer_id", "=", place.customerId)
        .where("id", "=", input.deliveryId)
        .executeTakeFirstOrThrow();
      const { body, headers } = request;
      return {
        kind: "event",
        request: {
          method: "POST",
          path: "/events",
          // We printed it ourselves, as `planDelivery` does.
          body: JSON.parse(typeof body === "string" ? body : "{}") as Json,
          gzip: true,
          headers: headers as Readonly<Record<string, string>>,
        },
        references: referencesOf(input.candidate),
      };
    },
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
