import { isProfileNoun, parseProfileId, type Tenant } from "@slipway/ats-model";
import type { References } from "@slipway/exchange";

import type { Arrival } from "../call/arrival.ts";
import { referencesTo } from "./note-profile.ts";

/**
 * The profile that a path names, for calls that were refused before anybody looked: one with wrong credentials or over the
 * quota belongs to its order like any other. None when the path is another customer's: its ids are that one's.
 */
export function referencesInPath(
  { path }: Pick<Arrival, "path">,
  { customerId }: Pick<Tenant, "customerId">,
): References {
  const [, customers, customer, noun = "", id = ""] = path.split("/");
  if (customers !== "customers" || customer !== customerId || !isProfileNoun(noun)) return {};
  const profileId = parseProfileId(id);
  return profileId === undefined ? {} : referencesTo({ noun, id: profileId });
}
