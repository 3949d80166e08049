import { findField, isHidden, type Field, type ProfileRef } from "@slipway/ats-model";

import type { SessionCall } from "../call/call.ts";
import { notFound } from "../call/sandbox.problems.ts";
import { resourceHidden } from "../resources/profile/profile.problems.ts";

/** The field in the path. One that the user may not see is a resource denied. */
export function parseField({ arrival, session, ref }: SessionCall & { readonly ref: ProfileRef }): {
  readonly field: Field;
} {
  const { tenant } = session;
  const field = findField(ref.noun, arrival.params.field ?? "", tenant);
  if (field === undefined)
    throw notFound(`expected the id of a field of ${ref.noun}, in lower case`);
  if (isHidden(ref.noun, field.id, tenant)) throw resourceHidden(tenant, "this field");
  return { field };
}
