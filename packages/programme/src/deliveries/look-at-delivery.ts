import type { StepPlace } from "@slipway/conformance";
import type { Queries, Row } from "@slipway/database";
import type { DeliveryOutcome, DeliveryState, RecruiterView } from "@slipway/event-delivery";
import type { ExchangeId } from "@slipway/exchange";
import { isUuid } from "@slipway/foundation";

import type { ProgrammeParts } from "../programme-parts.ts";
import type { EndedDelivery } from "./ended-delivery.ts";
import { DeliveryNotFoundProblem } from "./delivery.problems.ts";

/** One call of the platform to a partner, as far as it has come. */
export interface DeliveryView {
  readonly id: string;
  readonly state: DeliveryState;
  readonly recruiterView: RecruiterView | undefined;
  /** The recorded exchange, where anything was sent. */
  readonly exchangeId: string | undefined;
  readonly outcome: DeliveryOutcome | undefined;
}

/** A delivery as it stands; fails with `DELIVERY-NOT-FOUND`. */
export async function loadDelivery(
  queries: Queries,
  customerId: string,
  id: string,
): Promise<DeliveryView> {
  const row = isUuid(id)
    ? await deliveriesOf(queries, customerId).where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DeliveryNotFoundProblem(id);
  return viewOf(row);
}

/** What came of a delivery; undefined while it is under way. */
export async function endOfDelivery(
  parts: ProgrammeParts,
  customerId: string,
  id: string,
): Promise<EndedDelivery | undefined> {
  return endOf(parts, customerId, await loadDelivery(parts.database.queries, customerId, id));
}

/** The delivery that a run's step made, with what came of it; `end` is undefined while it is under way. */
export async function endOfStepDelivery(
  parts: ProgrammeParts,
  { customerId, runId, stepKey }: Pick<StepPlace, "customerId" | "runId" | "stepKey">,
): Promise<{ readonly deliveryId: string; readonly end: EndedDelivery | undefined }> {
  const row = await deliveriesOf(parts.database.queries, customerId)
    .where("run_id", "=", runId)
    .where("step_key", "=", stepKey)
    .executeTakeFirstOrThrow();
  return { deliveryId: row.id, end: await endOf(parts, customerId, viewOf(row)) };
}

function deliveriesOf(queries: Queries, customerId: string) {
  return queries
    .selectFrom("delivery")
    .select(["id", "state", "recruiter_view", "exchange_id", "outcome"])
    .where("customer_id", "=", customerId);
}

function viewOf(
  row: Pick<Row<"delivery">, "id" | "state" | "recruiter_view" | "exchange_id" | "outcome">,
): DeliveryView {
  // Both were written by event-delivery, from the same types.
  return {
    id: row.id,
    state: row.state,
    recruiterView: (row.recruiter_view ?? undefined) as RecruiterView | undefined,
    exchangeId: row.exchange_id ?? undefined,
    outcome: (row.outcome ?? undefined) as DeliveryOutcome | undefined,
  };
}

async function endOf(
  parts: ProgrammeParts,
  customerId: string,
  look: DeliveryView,
): Promise<EndedDelivery | undefined> {
  if (look.state === "outcome-unknown")
    return { kind: "outcome-unknown", reason: "The platform died while the call was under way." };
  if (look.state !== "finished") return undefined;
  if (look.outcome?.kind === "not-sent") {
    const { code, detail, fault = "platform" } = look.outcome;
    return { kind: "not-sent", reason: `${code}: ${detail}`, fault };
  }
  const [exchange] =
    look.exchangeId === undefined
      ? []
      : // The column holds the id of an exchange.
        await parts.exchanges.byIds(customerId, [look.exchangeId as ExchangeId]);
  if (exchange === undefined || look.recruiterView === undefined) {
    throw new Error(
      `Expected delivery ${look.id} to have its exchange and view, found it finished without`,
    );
  }
  const { recruiterView } = look;
  return exchange.answer.kind === "answered"
    ? { kind: "answered", exchange, status: exchange.answer.status, recruiterView }
    : { kind: "no-answer", exchange, recruiterView };
}
