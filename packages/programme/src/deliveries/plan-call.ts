import type { Tenant } from "@slipway/ats-model";
import {
  endIfHeld,
  planDelivery,
  type DeliveryReferences,
  type DeliveryRow,
  type PlannedRequest,
} from "@slipway/event-delivery";
import type { OutboundKind, SandboxId } from "@slipway/exchange";

import type { ProgrammeParts } from "../programme-parts.ts";
import { PartnerSetupMissingProblem } from "../partner/partner-setup.problems.ts";

export interface PlannedCall {
  readonly kind: OutboundKind;
  readonly request: PlannedRequest;
  readonly references?: DeliveryReferences;
  /** The step of a run that makes the call: it makes one. */
  readonly step?: { readonly runId: string; readonly stepKey: string };
}

/**
 * A call to the partner of a tenant, ready to be enqueued; of a held integration one that has ended, and is not made. Fails with
 * `PARTNER-SETUP-MISSING`.
 */
export async function planCall(
  parts: ProgrammeParts,
  tenant: Tenant,
  call: PlannedCall,
): Promise<DeliveryRow> {
  const connection = await parts.connections.loadConnection(tenant.sandboxId, tenant.region);
  if (connection === undefined) throw new PartnerSetupMissingProblem(tenant.sandboxId);
  return endIfHeld(
    planDelivery({
      ...call,
      id: parts.ids.uuid(),
      customerId: tenant.customerId,
      // The tenant's row refers to its sandbox.
      sandboxId: tenant.sandboxId as SandboxId,
      region: tenant.region,
      endpoint: connection.endpoint,
      dueAt: parts.clock.now(),
      plannedAt: parts.clockOf(tenant).now(),
    }),
    tenant,
  );
}
