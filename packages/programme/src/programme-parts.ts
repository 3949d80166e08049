import type { ExchangeSource, Framework } from "@slipway/conformance";
import type { CustomerId, Tenant } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { ConnectionStore } from "@slipway/event-delivery";
import type { EventPlanner, Region } from "@slipway/exchange";
import type { Clock, Ids } from "@slipway/foundation";
import type { IdBlocks } from "@slipway/sandbox-api";

import type { MovableClocks } from "./clock/movable-clocks.ts";
import type { SigningKeyVault } from "./evidence/signing-key-vault.ts";
import { TenantNotFoundProblem } from "./sandboxes/sandbox.problems.ts";
import type { MailState } from "./deadlines/waits-for.ts";
import type { SandboxPolicy } from "./sandboxes/sandbox-policy.ts";
import type { CachedTenants } from "./sandboxes/tenant-directory.ts";
import type { UserKeys } from "./sandboxes/user-keys.ts";
import type { WebhookVault } from "./webhooks/webhook-vault.ts";

/** What the programme's functions are made with; filled in where the platform is wired. */
export interface ProgrammeParts {
  readonly database: Database;
  /** The machine's own clock: leases, time-outs, what runs wait for. Nobody can move it. */
  readonly clock: Clock;
  /** The clock of the installation and those of the tenants, as they were last moved. */
  readonly clocks: MovableClocks;
  readonly ids: Ids;
  readonly randomBytes: (byteCount: number) => Uint8Array;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly tenants: CachedTenants;
  readonly connections: ConnectionStore;
  readonly userKeys: UserKeys;
  readonly signingKeys: SigningKeyVault;
  readonly webhookSecrets: WebhookVault;
  readonly planEvent: EventPlanner;
  readonly profileIds: IdBlocks;
  readonly exchanges: ExchangeSource;
  /** A tenant's clock. */
  readonly clockOf: (tenant: Pick<Tenant, "customerId">) => Clock;
  /** Where each region's listener answers, without a slash at the end. */
  readonly publicBases: Readonly<Record<Region, string>>;
  /** Whether notices can leave the installation. */
  readonly mail: MailState;
  /** Whether a partner makes its sandbox by itself, or has it with the approval of its design. */
  readonly sandboxes: SandboxPolicy;
  /** How long a call to a partner may take, in milliseconds of real time. */
  readonly partnerTimeoutMs: number;
}

/** The tenant of a customer id; fails with `TENANT-NOT-FOUND`. */
export async function tenantOf(
  { tenants }: Pick<ProgrammeParts, "tenants">,
  customerId: string,
): Promise<Tenant> {
  // An id from an address may be anything: the look-up is what tells.
  const tenant = await tenants.byCustomerId(customerId as CustomerId);
  if (tenant === undefined) throw new TenantNotFoundProblem(customerId);
  return tenant;
}
