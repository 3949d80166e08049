import { findField, seenField, type Field, type ProfileRef } from "@slipway/ats-model";

import type { SessionCall } from "../call/call.ts";
import { notFound } from "../call/sandbox.problems.ts";
import { resourceHidden } from "../resources/profile/profile.problems.ts";

/**
 * The field in the path. One that the user may not see is a resource denied; where only its value is asked for, a tenant
 * switch may have it be an empty one.
 */
export function parseField({ arrival, session, ref }: SessionCall & { readonly ref: ProfileRef }): {
  readonly field: Field;
} {
  const { tenant } = session;
  const field = findField(ref.noun, arrival.params.field ?? "", tenant);
  if (field === undefined)
    throw notFound(`expected the id of a field of ${ref.noun}, in lower case`);
  const seen = seenField(ref.noun, field.id, tenant);
  if (seen !== undefined) return { field: seen };
  const isRead = arrival.method === "GET" && arrival.params.entry === undefined;
  if (isRead && tenant.settings.switches.hiddenFieldRead !== "not-found") return { field };
  throw resourceHidden(tenant, "this field");
}
