import type { Tenant } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";
import type { NextPlace } from "@slipway/frameworks";
import { isTokenOf, parseReturnUrl } from "@slipway/sandbox-api";

/** A call whose answer may send the candidate on. */
export interface SendingCall {
  readonly tenant: Tenant;
  readonly deliveryId: string;
  readonly workflowId: number;
}

/** Where the answer of a call sends the candidate. */
export async function nextPlace(queries: Queries, call: SendingCall): Promise<NextPlace> {
  const { customerId } = call.tenant;
  const location = await locationOf(queries, customerId, call.deliveryId);
  if (location === null) return "nowhere";
  const back = parseReturnUrl(location, call.tenant);
  if (back === undefined) return "page";
  const { token } = back;
  const isOwn = await isTokenOf(queries, { customerId, workflowId: call.workflowId, token });
  return isOwn ? "return" : "page";
}

/** The address that the answer of a call named; null when it named none. */
export async function locationOf(
  queries: Queries,
  customerId: string,
  deliveryId: string,
): Promise<string | null> {
  const { location } = await queries
    .selectFrom("delivery")
    .select("location")
    .where("customer_id", "=", customerId)
    .where("id", "=", deliveryId)
    .executeTakeFirstOrThrow();
  return location;
}
