import {
  vendorSwitches,
  type SwitchId,
  type SwitchSettings,
  type Tenant,
} from "@slipway/ats-model";

import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { changeSettings } from "./change-settings.ts";
import { SwitchesInvalidProblem } from "./sandbox.problems.ts";

type Parts = Pick<ProgrammeParts, "database" | "tenants">;

/** An uncertain behaviour of the real ATS, and how a tenant is set to show it. */
export interface TenantSwitch {
  readonly id: SwitchId;
  readonly setting: string;
  readonly values: readonly string[];
  readonly default: string;
  /** What is known about the real one. */
  readonly known: string;
}

/** Every switch as a tenant has it, in the order of the table. Fails with `TENANT-NOT-FOUND`. */
export async function listSwitches(
  parts: Parts,
  customerId: string,
): Promise<readonly TenantSwitch[]> {
  return switchesOf(await tenantOf(parts, customerId));
}

/**
 * Sets the switches named, leaves the others, and gives all as they are now. Calls of the ATS API follow them from then on.
 * Fails with `TENANT-NOT-FOUND` and `SWITCHES-INVALID`, which names every fault and changes nothing.
 */
export async function setSwitches(
  parts: Parts,
  customerId: string,
  sent: Readonly<Record<string, string>>,
): Promise<readonly TenantSwitch[]> {
  const tenant = await tenantOf(parts, customerId);
  const faults = Object.entries(sent).flatMap(([id, setting]) => faultOf(id, setting));
  if (faults.length > 0) throw new SwitchesInvalidProblem(faults);
  await changeSettings(parts, tenant, (settings) => ({
    ...settings,
    // Each was looked up in the table of switches and their values.
    switches: { ...settings.switches, ...(sent as Partial<SwitchSettings>) },
  }));
  return listSwitches(parts, customerId);
}

function switchesOf({ settings }: Tenant): readonly TenantSwitch[] {
  return vendorSwitches.map((one) => ({
    id: one.id,
    setting: settings.switches[one.id],
    values: one.values,
    default: one.default,
    known: one.known,
  }));
}

function faultOf(id: string, setting: string): readonly string[] {
  const known = vendorSwitches.find((one) => one.id === id);
  if (known === undefined)
    return [
      `expected one of the switches ${vendorSwitches.map((one) => one.id).join(", ")}, found "${id}"`,
    ];
  const values: readonly string[] = known.values;
  return values.includes(setting)
    ? []
    : [`${id}: expected one of ${values.join(", ")}, found "${setting}"`];
}
