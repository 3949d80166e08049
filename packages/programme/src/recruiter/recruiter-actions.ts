import { enqueueDelivery, wakeDeliveryWorkers } from "@slipway/event-delivery";

import { buildOrder } from "../candidates/build-order.ts";
import { loadCandidate } from "../candidates/candidate.store.ts";
import { loadDelivery, type DeliveryView } from "../deliveries/look-at-delivery.ts";
import { planCall } from "../deliveries/plan-call.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import type { MoveCandidate, OrderAssessment } from "../programme.ts";
import { cancelCall } from "./cancel-call.ts";
import { moveWorkflow, type MovedWorkflow } from "./move-workflow.ts";
import { PackageUnknownProblem } from "./order.problems.ts";
import { findSending, insertOrder, loadOrderRow, type OrderRow } from "./order.store.ts";
import type { AssessmentOrder, OrderDelivery } from "./order.ts";

/** Moves a candidate to another status. */
export async function moveCandidate(
  parts: ProgrammeParts,
  input: MoveCandidate,
): Promise<MovedWorkflow> {
  const tenant = await tenantOf(parts, input.customerId);
  const moved = await parts.database.transaction(async (tx) =>
    moveWorkflow(parts, tx, { tenant, ...input }),
  );
  wakeDeliveryWorkers(parts.database.notifications);
  return moved;
}

/** Orders an assessment of a candidate, as a recruiter does with "Trigger Assessment". */
export async function orderAssessment(
  parts: ProgrammeParts,
  input: OrderAssessment,
): Promise<AssessmentOrder> {
  const tenant = await tenantOf(parts, input.customerId);
  await checkPackage(parts, input);
  const { order, held } = await parts.database.transaction(async (tx) => {
    const candidate = await loadCandidate(tx, input.customerId, input.workflowId);
    const { workflowId, personId, jobId } = candidate;
    const row: OrderRow = {
      id: parts.ids.uuid(),
      customerId: input.customerId,
      workflowId,
      personId,
      jobId,
      packageId: input.packageId,
      test: false,
      runId: undefined,
      createdAt: parts.clockOf(tenant).now(),
    };
    await insertOrder(tx, row);
    const body = await buildOrder(tx, {
      tenant,
      candidate,
      orderId: row.id,
      packageId: row.packageId,
      test: false,
      createdAt: row.createdAt,
    });
    const call = await planCall(parts, tenant, {
      kind: "order",
      request: { method: "POST", path: "/orders", body },
      references: { workflowId, personId, jobId, orderId: row.id },
    });
    await enqueueDelivery(tx, call);
    return { order: row, held: call.recruiter_view };
  });
  wakeDeliveryWorkers(parts.database.notifications);
  return shown(
    order,
    held === undefined ? { state: "under-way" } : { state: "not-sent", recruiterView: held },
  );
}

/** An order with what the recruiter sees of it; fails with `ORDER-NOT-FOUND`. */
export async function loadOrder(
  parts: ProgrammeParts,
  customerId: string,
  orderId: string,
): Promise<AssessmentOrder> {
  const order = await loadOrderRow(parts.database.queries, customerId, orderId);
  const sending = await findSending(parts.database.queries, {
    customerId,
    orderId,
    which: "latest",
  });
  if (sending === undefined) return shown(order, { state: "under-way" });
  return shown(
    order,
    deliveryOf(await loadDelivery(parts.database.queries, customerId, sending.id)),
  );
}

/** Asks the partner to cancel an order; fails with `ORDER-NOT-FOUND`. */
export async function cancelAssessment(
  parts: ProgrammeParts,
  customerId: string,
  orderId: string,
): Promise<{ readonly deliveryId: string }> {
  const tenant = await tenantOf(parts, customerId);
  const order = await loadOrderRow(parts.database.queries, customerId, orderId);
  const { id } = await enqueueDelivery(
    parts.database.queries,
    await planCall(parts, tenant, cancelCall(customerId, order.id)),
  );
  wakeDeliveryWorkers(parts.database.notifications);
  return { deliveryId: id };
}

async function checkPackage({ database }: ProgrammeParts, input: OrderAssessment): Promise<void> {
  const rows = await database.queries
    .selectFrom("package")
    .select("package_id")
    .where("customer_id", "=", input.customerId)
    .where("active", "=", true)
    .execute();
  const known = rows.map((row) => row.package_id);
  if (!known.includes(input.packageId)) throw new PackageUnknownProblem(input.packageId, known);
}

function deliveryOf({ recruiterView, outcome }: DeliveryView): OrderDelivery {
  if (recruiterView === undefined) return { state: "under-way" };
  const kind = outcome?.kind;
  return {
    // Of an outcome that is unknown nothing is on record.
    state: kind === "answered" || kind === "not-sent" ? kind : "no-answer",
    recruiterView,
  };
}

function shown(order: OrderRow, delivery: OrderDelivery): AssessmentOrder {
  const { id, customerId, personId, jobId, workflowId, packageId, createdAt } = order;
  return { id, customerId, personId, jobId, workflowId, packageId, createdAt, delivery };
}
