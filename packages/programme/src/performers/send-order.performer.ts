import type { Performer } from "@slipway/conformance";
import type { Transaction } from "@slipway/database";
import type { JsonObject } from "@slipway/foundation";
import {
  repeatedOrderBody,
  sendOrder,
  type SendOrderFacts,
  type SendOrderInput,
} from "@slipway/frameworks";

import { buildOrder } from "../candidates/build-order.ts";
import { loadCandidate } from "../candidates/candidate.store.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { findSending, insertOrder } from "../recruiter/order.store.ts";
import { noAnswerOf, shownView, statusOf } from "./answer-facts.ts";
import { deliveryPerformer, type StepCall } from "./delivery-performer.ts";

/** Sends an order, built anew or as it was sent before. */
export function sendOrderPerformer(parts: ProgrammeParts): Performer {
  return deliveryPerformer<SendOrderInput>(parts, {
    kind: sendOrder.kind,
    toDo: "send the order",
    plan: async (tx, call) => {
      const { input, place } = call;
      const orderId = input.orderId ?? parts.ids.uuid();
      const body = await bodyFor(parts, tx, { ...call, orderId });
      await insertOrder(tx, {
        id: orderId,
        customerId: place.customerId,
        ...input.candidate,
        packageId: input.packageId ?? "",
        test: body["test"] === true,
        runId: place.runId,
        createdAt: parts.clockOf(call.tenant).now(),
      });
      return {
        kind: "order",
        request: {
          method: "POST",
          path: "/orders",
          ...(input.form === "cut-off" ? { text: cutOff(body) } : { body }),
          credentials: input.credentials,
        },
        references: { ...input.candidate, orderId },
      };
    },
    conclude: async (ended): Promise<JsonObject> => {
      const facts: SendOrderFacts = {
        orderId: ended.exchange.references.orderId ?? "",
        deliveryId: ended.deliveryId,
        status: statusOf(ended),
        noAnswer: noAnswerOf(ended),
        recruiterView: shownView(ended),
      };
      return { ...facts };
    },
  });
}

/** As if the connection had ended early: the text stops in its middle, and is no JSON. */
function cutOff(body: JsonObject): string {
  const text = JSON.stringify(body);
  return text.slice(0, Math.floor(text.length / 2));
}

async function bodyFor(
  parts: ProgrammeParts,
  tx: Transaction,
  { input, place, tenant, orderId }: StepCall<SendOrderInput> & { readonly orderId: string },
): Promise<JsonObject> {
  if (input.repeatOf !== null) {
    return repeatedOrderBody(
      await sentBody(tx, place.customerId, input.repeatOf),
      orderId,
      input.alter,
    );
  }
  return buildOrder(tx, {
    tenant,
    candidate: await loadCandidate(tx, place.customerId, input.candidate.workflowId),
    orderId,
    packageId: input.packageId,
    test: place.declaration.completesTestOrders,
    createdAt: parts.clockOf(tenant).now(),
    alteration: input.candidateAlteration,
    alter: input.alter,
  });
}

async function sentBody(tx: Transaction, customerId: string, orderId: string): Promise<JsonObject> {
  const sending = await findSending(tx, { customerId, orderId, which: "first" });
  if (sending === undefined)
    throw new TypeError(`Expected order ${orderId} to have been sent before, found no such call`);
  // We printed it ourselves.
  return JSON.parse(sending.body) as JsonObject;
}
