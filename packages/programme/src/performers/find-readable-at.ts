import type { Tenant } from "@slipway/ats-model";
import { readExchanges } from "@slipway/exchange-log";
import { completingWrite } from "@slipway/frameworks";

import type { ProgrammeParts } from "../programme-parts.ts";

export interface CompleteRow {
  readonly workflowId: number;
  readonly entry: number;
  /** When the workflow was last written, on the tenant's clock. */
  readonly updatedAt: Date;
}

/**
 * When a row became readable with a complete status, in real time: the end of the call that completed it. The workflow's own stamp is
 * no measure, for it moves with every later write, and is the last resort for a row that no recorded call completed.
 */
export async function findReadableAt(
  { database }: Pick<ProgrammeParts, "database">,
  { customerId, clockOffsetMs }: Pick<Tenant, "customerId" | "clockOffsetMs">,
  { workflowId, entry, updatedAt }: CompleteRow,
): Promise<Date> {
  const calls = await readExchanges(database, {
    customerId,
    workflowId,
    direction: "to-ats",
    limit: 1000,
  });
  const write = completingWrite(calls, entry);
  const onTenantsClock =
    write === undefined ? updatedAt.getTime() : write.at.getTime() + write.durationMs;
  // The partner's statement, which this is held against, is made in real time.
  return new Date(onTenantsClock - clockOffsetMs);
}
