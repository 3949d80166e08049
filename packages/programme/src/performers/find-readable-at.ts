import type { Tenant } from "@slipway/ats-model";
import { readExchanges } from "@slipway/exchange-log";
import { uuidTimeMs } from "@slipway/foundation";
import { completingWrite } from "@slipway/frameworks";

import type { ProgrammeParts } from "../programme-parts.ts";

export interface CompleteRow {
  readonly workflowId: number;
  readonly entry: number;
  /** When the workflow was last written, on the tenant's clock. */
  readonly updatedAt: Date;
}

/**
 * When a row became readable with a complete status, in real time: when the call that completed it was recorded, as the id of its
 * record says. Its stamp is no measure, for the tenant's clock may have been moved since; nor is the workflow's own, which moves with
 * every later write too, and is the last resort for a row that no recorded call completed.
 */
export async function findReadableAt(
  { database, clock, clockOf }: Pick<ProgrammeParts, "database" | "clock" | "clockOf">,
  { customerId }: Pick<Tenant, "customerId">,
  { workflowId, entry, updatedAt }: CompleteRow,
): Promise<Date> {
  const calls = await readExchanges(database, {
    customerId,
    workflowId,
    direction: "to-ats",
    limit: 1000,
  });
  const write = completingWrite(calls, entry);
  if (write !== undefined) return new Date(uuidTimeMs(write.id));
  const aheadMs = clockOf({ customerId }).now().getTime() - clock.now().getTime();
  return new Date(updatedAt.getTime() - aheadMs);
}
