import type { Performer, Progress, StepPlace } from "@slipway/conformance";
import type { Tenant } from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";
import { enqueueDelivery, wakeDeliveryWorkers } from "@slipway/event-delivery";
import type { Json, JsonObject } from "@slipway/foundation";

import type { CalledDelivery } from "../deliveries/ended-delivery.ts";
import { endOfStepDelivery } from "../deliveries/look-at-delivery.ts";
import { unsentProgress } from "./unsent-progress.ts";
import { planCall, type PlannedCall } from "../deliveries/plan-call.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";

export interface DeliveryAction<Input> {
  readonly kind: string;
  /** What is being waited for, as a person reads it. */
  readonly toDo: string;
  /** What to call; may write in the step's transaction what belongs to the call. */
  readonly plan: (tx: Transaction, call: StepCall<Input>) => Promise<Omit<PlannedCall, "step">>;
  /** The facts of a call that was made; what it does besides must bear doing twice. */
  readonly conclude: (ended: Ended, call: StepCall<Input>) => Promise<JsonObject>;
}

export interface StepCall<Input> {
  readonly place: StepPlace;
  readonly tenant: Tenant;
  readonly input: Input;
}

export type Ended = CalledDelivery & { readonly deliveryId: string };

const marginMs = 60_000;

/** Performs a step that is one call to the partner: planned with the step, concluded when the call has ended. */
export function deliveryPerformer<Input extends Json>(
  parts: ProgrammeParts,
  action: DeliveryAction<Input>,
): Performer {
  const callOf = async (place: StepPlace, input: Json): Promise<StepCall<Input>> => ({
    place,
    tenant: await tenantOf(parts, place.customerId),
    // The action's type ties its kind to its input.
    input: input as Input,
  });
  const waiting = (place: StepPlace): Progress => ({
    kind: "waiting",
    for: "platform",
    toDo: action.toDo,
    until: new Date(place.begunAt.getTime() + parts.partnerTimeoutMs + marginMs),
  });
  return {
    kind: action.kind,
    begin: async (tx, place, input) => {
      const call = await callOf(place, input);
      const planned = await action.plan(tx, call);
      const step = { runId: place.runId, stepKey: place.stepKey };
      await enqueueDelivery(tx, await planCall(parts, call.tenant, { ...planned, step }));
      return waiting(place);
    },
    begun: () => {
      wakeDeliveryWorkers(parts.database.notifications);
    },
    look: async (place, input) => {
      const { deliveryId, end: ended } = await endOfStepDelivery(parts, place);
      if (ended === undefined) return waiting(place);
      if (ended.kind === "outcome-unknown") return { kind: "lost", reason: ended.reason };
      if (ended.kind === "not-sent") return unsentProgress(ended);
      return {
        kind: "done",
        facts: await action.conclude({ ...ended, deliveryId }, await callOf(place, input)),
      };
    },
  };
}
