import { readCallerRange } from "@slipway/sandbox-api";

import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { changeSettings } from "./change-settings.ts";
import { CallerAddressesInvalidProblem } from "./sandbox.problems.ts";

/** From where a tenant's integration user may call the ATS API, in the usual spelling; empty: from anywhere. */
export interface CallerAddresses {
  readonly customerId: string;
  readonly addresses: readonly string[];
}

export async function callerAddressesOf(
  parts: Pick<ProgrammeParts, "tenants">,
  customerId: string,
): Promise<CallerAddresses> {
  const { settings } = await tenantOf(parts, customerId);
  return { customerId, addresses: settings.callerAddresses ?? [] };
}

/** Replaces the list; holds for the next call in every process. Fails with `CALLER-ADDRESSES-INVALID`, which names every wrong entry. */
export async function setCallerAddresses(
  parts: Pick<ProgrammeParts, "tenants" | "database">,
  customerId: string,
  entries: readonly string[],
): Promise<CallerAddresses> {
  const tenant = await tenantOf(parts, customerId);
  const addresses = readEntries(entries);
  await changeSettings(parts, tenant, (settings) => ({ ...settings, callerAddresses: addresses }));
  return { customerId, addresses };
}

function readEntries(entries: readonly string[]): readonly string[] {
  const read = entries.map((entry) => ({ entry, reading: readCallerRange(entry.trim()) }));
  const wrong = read.flatMap(({ entry, reading }, index) =>
    reading.kind === "wrong" ? [{ place: index + 1, entry, expected: reading.expected }] : [],
  );
  if (wrong.length > 0) throw new CallerAddressesInvalidProblem(wrong);
  const texts = read.flatMap(({ reading }) => (reading.kind === "range" ? [reading.text] : []));
  return [...new Set(texts)];
}
