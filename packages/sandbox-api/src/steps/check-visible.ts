import type { ProfileRecord, Tenant } from "@slipway/ats-model";

import type { SessionCall } from "../call/call.ts";
import { resourceHidden } from "../resources/profile/profile.problems.ts";

/** A profile in a folder that the user may not see is denied. */
export function checkVisible({
  session,
  profile,
}: SessionCall & { readonly profile: ProfileRecord }): void {
  refuseHidden(profile, session.tenant);
}

/** The same where a profile is loaded in order to be changed. */
export function refuseHidden({ noun, doc }: ProfileRecord, tenant: Tenant): void {
  const hidden = tenant.settings.hiddenFolders?.[noun] ?? [];
  if (typeof doc.folder === "string" && hidden.includes(doc.folder))
    throw resourceHidden(tenant, "this profile");
}
