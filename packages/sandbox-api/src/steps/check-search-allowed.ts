import { isIntegrationUser, vendorErrors } from "@slipway/ats-model";

import type { SessionCall } from "../call/call.ts";
import { SandboxProblem } from "../call/sandbox.problems.ts";

/** Search is for integration users (DOC); what others are answered is a tenant switch. */
export function checkSearchAllowed({ session }: SessionCall): void {
  const { tenant, user } = session;
  const setting = tenant.settings.switches.searchByOtherGroups;
  if (setting === "answered" || isIntegrationUser(tenant, user.loginGroup)) return;
  const { code } = vendorErrors.resourceAccessDenied;
  throw new SandboxProblem({
    code: "SANDBOX-SEARCH-DENIED",
    ...(setting === "forbidden" ? { status: 403 } : { status: 404 }),
    items: [
      {
        code: setting === "forbidden" ? 403 : code,
        message:
          "The requested resource was not found: search may not be accessed. Expected a user of the login group Integration User; have the group of this user changed, or use another's credentials.",
      },
    ],
  });
}
