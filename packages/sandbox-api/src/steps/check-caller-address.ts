import { vendorErrors } from "@slipway/ats-model";

import type { SessionCall } from "../call/call.ts";
import { isAllowedCaller } from "../call/caller-address.ts";
import { SandboxProblem } from "../call/sandbox.problems.ts";
import { wrongCredentials } from "../credentials/credentials.problems.ts";
import type { PresentedCredentials } from "../credentials/presented-credentials.ts";

/** Where a tenant lists from where its user may call, a call from elsewhere is refused (DOC; how is not known). */
export function checkCallerAddress({
  arrival,
  presented,
  session,
}: SessionCall & { readonly presented: PresentedCredentials }): void {
  const { callerAddresses, switches } = session.tenant.settings;
  if (callerAddresses === undefined || isAllowedCaller(arrival.callerAddress, callerAddresses))
    return;
  if (switches.callerAddressRefusal === "401")
    throw wrongCredentials({ scheme: presented.scheme, switches });
  const { code, status } = vendorErrors.callerNotAllowed;
  throw new SandboxProblem({
    code: "SANDBOX-CALLER-NOT-ALLOWED",
    status,
    items: [
      {
        code,
        message: `Expected a call from an address that is allowed for this user, found ${arrival.callerAddress ?? "none"}. Have the address added to the customer's list.`,
      },
    ],
  });
}
