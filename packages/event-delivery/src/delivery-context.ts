import type { TenantDirectory } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { ExchangeRecorder } from "@slipway/exchange";
import type { Clock } from "@slipway/foundation";

import type { ConnectionVault } from "./connection/connection-vault.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import type { OutboundSettings } from "./outbound/outbound-settings.ts";

/** What working on deliveries needs. */
export interface DeliveryContext {
  readonly database: Pick<Database, "pool" | "notifications">;
  readonly recorder: Pick<ExchangeRecorder, "prepare">;
  readonly tenants: TenantDirectory;
  readonly vault: ConnectionVault;
  /** The machine's own clock: leases, time-outs, durations. */
  readonly clock: Clock;
  /** A tenant's clock: the stamps that people read. */
  readonly clockOf: (customerId: string) => Pick<Clock, "now">;
  /** `Slipway/<version>`. */
  readonly userAgent: string;
  readonly outbound: OutboundSettings;
  /** Told of each delivery that this worker took to its end. Default: nobody is told. */
  readonly onEnded?: ((outcome: DeliveryOutcome) => void) | undefined;
}
