import type { Performer, Progress, StepPlace } from "@slipway/conformance";
import { wakeDeliveryWorkers } from "@slipway/event-delivery";
import { moveCandidate, type MoveCandidateInput } from "@slipway/frameworks";

import { endOfDelivery } from "../deliveries/look-at-delivery.ts";
import { unsentProgress } from "./unsent-progress.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { moveWorkflow } from "../recruiter/move-workflow.ts";
import { shownView, statusOf } from "./answer-facts.ts";

const marginMs = 60_000;

/** Moves a workflow to another status as a recruiter would, and waits for the answer to the event. */
export function moveCandidatePerformer(parts: ProgrammeParts): Performer {
  const waiting = (place: StepPlace): Progress => ({
    kind: "waiting",
    for: "platform",
    toDo: "deliver the event",
    until: new Date(place.begunAt.getTime() + parts.partnerTimeoutMs + marginMs),
  });
  return {
    kind: moveCandidate.kind,
    begin: async (tx, place, input) => {
      const tenant = await tenantOf(parts, place.customerId);
      // The action's type ties its kind to its input.
      const { workflowId, statusIndex } = input as MoveCandidateInput;
      const { statuses } = tenant.settings;
      const status = statuses[statusIndex % statuses.length]?.id ?? "";
      const moved = await moveWorkflow(parts, tx, { tenant, workflowId, status });
      if (moved.deliveryId === undefined)
        return { kind: "broken", reason: "The move raised no event." };
      await tx
        .updateTable("delivery")
        .set({ run_id: place.runId, step_key: place.stepKey })
        .where("customer_id", "=", place.customerId)
        .where("id", "=", moved.deliveryId)
        .execute();
      return waiting(place);
    },
    begun: () => {
      wakeDeliveryWorkers(parts.database.notifications);
    },
    look: async (place) => look(parts, place, waiting(place)),
  };
}

async function look(parts: ProgrammeParts, place: StepPlace, waiting: Progress): Promise<Progress> {
  const { id } = await parts.database.queries
    .selectFrom("delivery")
    .select("id")
    .where("customer_id", "=", place.customerId)
    .where("run_id", "=", place.runId)
    .where("step_key", "=", place.stepKey)
    .executeTakeFirstOrThrow();
  const ended = await endOfDelivery(parts, place.customerId, id);
  if (ended === undefined) return waiting;
  if (ended.kind === "outcome-unknown") return { kind: "lost", reason: ended.reason };
  if (ended.kind === "not-sent") return unsentProgress(ended);
  const call = { ...ended, deliveryId: id };
  return {
    kind: "done",
    facts: { eventDeliveryId: id, status: statusOf(call), recruiterView: { ...shownView(call) } },
  };
}
