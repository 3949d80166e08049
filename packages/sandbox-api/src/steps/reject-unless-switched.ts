import type { SwitchId } from "@slipway/ats-model";

import type { SessionCall } from "../call/call.ts";
import { verbUnsupported } from "./reject-verb.ts";

/** A verb that may not exist in the real API: the tenant's switch says whether it does here. */
export function rejectUnlessSwitched(
  id: SwitchId,
  to: string,
  allowed: readonly string[],
): (call: SessionCall) => void {
  return ({ arrival, session }) => {
    if (session.tenant.settings.switches[id] !== to) throw verbUnsupported(arrival.method, allowed);
  };
}
