import type { Performer } from "@slipway/conformance";
import { visitPage, type VisitPageInput } from "@slipway/frameworks";

import { referencesOf } from "../applications/application-event.ts";
import { locationOf, nextPlace } from "../applications/next-place.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { noAnswerOf, statusOf } from "./answer-facts.ts";
import { deliveryPerformer } from "./delivery-performer.ts";

/**
 * Opens the page to which an earlier answer sent the candidate, as the candidate's browser does: without credentials, one page at a
 * time, through the same filter of addresses as every call of the platform.
 */
export function visitPagePerformer(parts: ProgrammeParts): Performer {
  return deliveryPerformer<VisitPageInput>(parts, {
    kind: visitPage.kind,
    toDo: "open the partner's page",
    plan: async (tx, { input, place }) => {
      const address = await locationOf(tx, place.customerId, input.from);
      if (address === null)
        throw new TypeError(`Expected call ${input.from} to have sent the candidate to a page`);
      const { pathname } = new URL(address);
      return {
        kind: "candidate-visit",
        request: {
          method: "GET",
          path: pathname,
          address,
          headers: { Accept: "text/html" },
          credentials: "none",
        },
        references: referencesOf(input.candidate),
      };
    },
    conclude: async (ended, { input, tenant }) => ({
      deliveryId: ended.deliveryId,
      status: statusOf(ended),
      noAnswer: noAnswerOf(ended),
      next: await nextPlace(parts.database.queries, {
        tenant,
        deliveryId: ended.deliveryId,
        workflowId: input.candidate.workflowId,
      }),
    }),
  });
}
