import { customerId } from "../noun/parse-profile-id.ts";
import { pairSettings } from "./pair-settings.ts";
import type { Tenant, TenantSettings } from "./tenant.ts";
import type { SwitchSettings } from "./vendor-switches.ts";

/** The two tenants that tests start from. */
export const tenantA: Tenant = {
  customerId: customerId("9001"),
  sandboxId: "sandbox-1",
  region: "a",
  name: "Acme",
  publicBase: "http://127.0.0.1:8701",
  settings: pairSettings(7).a,
};

export const tenantB: Tenant = {
  ...tenantA,
  customerId: customerId("9002"),
  region: "b",
  name: "Blau",
  publicBase: "http://127.0.0.1:8702",
  settings: pairSettings(7).b,
};

/** Tenant A with some settings changed. */
export function tenantWith(settings: Partial<TenantSettings>): Tenant {
  return { ...tenantA, settings: { ...tenantA.settings, ...settings } };
}

/** Tenant A with some vendor switches turned. */
export function tenantSwitched(switches: Partial<SwitchSettings>): Tenant {
  return tenantWith({ switches: { ...tenantA.settings.switches, ...switches } });
}
