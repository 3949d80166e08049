import { parseProfileId } from "@slipway/ats-model";

import type { Call } from "../../call/call.ts";
import { entryNotFound } from "./collection.problems.ts";

/** The number of the entry in the path. */
export function parseEntryNumber({ arrival }: Call): { readonly entry: number } {
  // Entry numbers have the form of ids: positive whole numbers (PAY).
  const entry = parseProfileId(arrival.params.entry ?? "");
  if (entry === undefined) throw entryNotFound();
  return { entry };
}
