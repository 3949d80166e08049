import type { ProgrammeParts } from "../programme-parts.ts";
import type { Programme } from "../programme.ts";
import { callerAddressesOf, setCallerAddresses } from "./caller-addresses.ts";
import { listLoginGroups, saveLoginGroups } from "./save-login-groups.ts";
import { listSwitches, setSwitches } from "./set-switches.ts";

type TenantFunctions = Pick<
  Programme,
  | "loadCallerAddresses"
  | "setCallerAddresses"
  | "listLoginGroups"
  | "saveLoginGroups"
  | "listSwitches"
  | "setSwitches"
>;

/** How one tenant is set: who may call from where, what its users may see, and what it shows of the uncertain. */
export function tenantFunctions(parts: ProgrammeParts): TenantFunctions {
  return {
    loadCallerAddresses: async (customerId) => callerAddressesOf(parts, customerId),
    setCallerAddresses: async (customerId, addresses) =>
      setCallerAddresses(parts, customerId, addresses),
    listLoginGroups: async (customerId) => listLoginGroups(parts, customerId),
    saveLoginGroups: async (customerId, groups) => saveLoginGroups(parts, customerId, groups),
    listSwitches: async (customerId) => listSwitches(parts, customerId),
    setSwitches: async (customerId, switches) => setSwitches(parts, customerId, switches),
  };
}
