import { isProfileNoun, type ProfileNoun } from "@slipway/ats-model";

import type { Call } from "../call/call.ts";
import { unknownPath } from "../call/sandbox.problems.ts";

/** The profile type in the path. */
export function parseNoun({ arrival }: Call): { readonly noun: ProfileNoun } {
  const { noun = "" } = arrival.params;
  if (!isProfileNoun(noun)) throw unknownPath();
  return { noun };
}
