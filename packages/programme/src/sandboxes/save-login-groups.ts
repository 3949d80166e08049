import {
  checkLoginGroup,
  type LoginGroup,
  type LoginGroupSent,
  type TenantSettings,
} from "@slipway/ats-model";

import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { changeSettings } from "./change-settings.ts";
import { LoginGroupsInvalidProblem } from "./sandbox.problems.ts";

type Parts = Pick<ProgrammeParts, "database" | "tenants">;

/** The login groups of a tenant that have rules; every other group sees all. Fails with `TENANT-NOT-FOUND`. */
export async function listLoginGroups(
  parts: Parts,
  customerId: string,
): Promise<readonly LoginGroup[]> {
  return (await tenantOf(parts, customerId)).settings.loginGroups ?? [];
}

/**
 * Puts these groups in place of all that the tenant has rules for, and gives them back as they are now; none frees every group.
 * Calls of the ATS API follow them from then on. Fails with `TENANT-NOT-FOUND` and `LOGIN-GROUPS-INVALID`.
 */
export async function saveLoginGroups(
  parts: Parts,
  customerId: string,
  sent: readonly LoginGroupSent[],
): Promise<readonly LoginGroup[]> {
  const tenant = await tenantOf(parts, customerId);
  let loginGroups: readonly LoginGroup[] = [];
  // Checked against the settings that are changed: a custom field may have come or gone since they were read.
  await changeSettings(parts, tenant, (settings) => {
    loginGroups = accepted(sent, settings);
    return { ...settings, loginGroups };
  });
  return loginGroups;
}

function accepted(
  sent: readonly LoginGroupSent[],
  settings: TenantSettings,
): readonly LoginGroup[] {
  const names = sent.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const faults = twice.map((name) => `names: expected each group once, found "${name}" again`);
  const groups: LoginGroup[] = [];
  for (const one of sent) {
    const checked = checkLoginGroup(one, settings);
    if ("rules" in checked) groups.push(checked);
    else faults.push(...checked);
  }
  if (faults.length > 0) throw new LoginGroupsInvalidProblem(faults);
  return groups;
}
