import { unreachable } from "@slipway/foundation";

import type { Refusal } from "./transition.ts";

/** What whoever was refused reads: the state, the event, what is allowed, and who may. */
export function refusalText(
  subject: string,
  { state, event, why, allowed }: Refusal<string, string>,
): string {
  const possible =
    allowed.length === 0
      ? `Nothing can happen to ${subject} any more.`
      : `Allowed now: ${allowed.map(({ on, by }) => `${on} (${by.join(", ")})`).join("; ")}.`;
  switch (why.kind) {
    case "state":
      return `Expected an event that ${subject}, which is ${state}, allows, found ${event}. ${possible}`;
    case "role":
      return `Expected ${why.by.join(" or ")} to do ${event} to ${subject}, which is ${state}, found another role. ${possible}`;
    case "guard":
      return `Expected of ${event} that ${why.unmet.map(({ asks, found }) => `${asks} (found: ${found})`).join("; and that ")}. ${subject} stays ${state}.`;
    default:
      return unreachable(why);
  }
}
