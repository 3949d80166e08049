import type { Behaviour } from "../behaviour.ts";
import { atsFaults } from "./ats-faults.ts";
import type { Faults } from "./fault.ts";
import { messageFaults } from "./message-faults.ts";
import { orderFaults } from "./order-faults.ts";
import { refusalFaults } from "./refusal-faults.ts";
import { resultFaults } from "./result-faults.ts";
import { tenancyFaults } from "./tenancy-faults.ts";

/** Every way in which this partner can be made to fail, by name; one at a time. */
export const allFaults = {
  ...orderFaults,
  ...messageFaults,
  ...resultFaults,
  ...atsFaults,
  ...refusalFaults,
  ...tenancyFaults,
} satisfies Faults;

export type FaultName = keyof typeof allFaults;

/** The behaviour of this name; throws an error that lists the names when there is none. */
export function behaviourNamed(name: string): Behaviour {
  if (Object.hasOwn(allFaults, name)) return allFaults[name as FaultName].behaviour();
  throw new Error(
    `Expected PRIME_PARTNER_FAULT to be one of ${Object.keys(allFaults).join(", ")}, found "${name}".`,
  );
}
