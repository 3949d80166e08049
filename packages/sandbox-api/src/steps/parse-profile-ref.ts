import { parseProfileId, type ProfileNoun, type ProfileRef } from "@slipway/ats-model";

import type { Call } from "../call/call.ts";
import { notFound } from "../call/sandbox.problems.ts";

/** The profile in the path. A requisition number in place of the system id finds nothing (PAY). */
export function parseProfileRef({ arrival, noun }: Call & { readonly noun: ProfileNoun }): {
  readonly ref: ProfileRef;
} {
  const id = parseProfileId(arrival.params.id ?? "");
  if (id === undefined)
    throw notFound(`expected the system id of one of the ${noun}, a positive whole number`);
  return { ref: { noun, id } };
}
