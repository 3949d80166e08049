import type { Queries } from "@slipway/database";
import type { RecruiterView } from "@slipway/event-delivery";
import type { ExchangeId } from "@slipway/exchange";
import { isUuid } from "@slipway/foundation";

import type { ProgrammeParts } from "../programme-parts.ts";
import type { EndedDelivery } from "./ended-delivery.ts";
import { DeliveryNotFoundProblem } from "./delivery.problems.ts";

export interface DeliveryLook {
  readonly id: string;
  readonly state: string;
  readonly recruiterView: RecruiterView | undefined;
  readonly exchangeId: string | undefined;
  readonly outcome: { readonly kind: string; readonly reason: string };
}

/** A delivery as it stands; fails with `DELIVERY-NOT-FOUND`. */
export async function loadDelivery(
  queries: Queries,
  customerId: string,
  id: string,
): Promise<DeliveryLook> {
  const row = isUuid(id)
    ? await queries
        .selectFrom("delivery")
        .selectAll()
        .where("customer_id", "=", customerId)
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DeliveryNotFoundProblem(id);
  const text = (name: string): string =>
    typeof row.outcome?.[name] === "string" ? row.outcome[name] : "";
  return {
    id,
    state: row.state,
    // Written by event-delivery from the same type.
    recruiterView: (row.recruiter_view ?? undefined) as RecruiterView | undefined,
    exchangeId: row.exchange_id ?? undefined,
    outcome: {
      kind: text("kind"),
      reason: [text("reason"), text("code"), text("detail")]
        .filter((part) => part !== "")
        .join(": "),
    },
  };
}

/** What came of a delivery; undefined while it is under way. */
export async function endOfDelivery(
  parts: ProgrammeParts,
  customerId: string,
  id: string,
): Promise<EndedDelivery | undefined> {
  const look = await loadDelivery(parts.database.queries, customerId, id);
  if (look.state === "outcome-unknown")
    return { kind: "outcome-unknown", reason: "The platform died while the call was under way." };
  if (look.state !== "finished") return undefined;
  if (look.outcome.kind === "not-sent") return { kind: "not-sent", reason: look.outcome.reason };
  const [exchange] =
    look.exchangeId === undefined
      ? []
      : await parts.exchanges.byIds(customerId, [look.exchangeId as ExchangeId]);
  if (exchange === undefined || look.recruiterView === undefined) {
    throw new Error(
      `Expected delivery ${id} to have its exchange and view, found it finished without`,
    );
  }
  const { recruiterView } = look;
  return exchange.answer.kind === "answered"
    ? { kind: "answered", exchange, status: exchange.answer.status, recruiterView }
    : { kind: "no-answer", exchange, recruiterView };
}
