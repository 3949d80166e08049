import {
  defaultSwitches,
  type CustomerId,
  type Tenant,
  type TenantDirectory,
  type TenantSettings,
} from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { Clock } from "@slipway/foundation";

/** Tells every process that a tenant changed; the payload is its customer id. */
export const tenantChannel = "slipway_tenant";

/** How long a tenant is taken for what it was when it was read, should nobody tell that it changed. */
const longestLifeMs = 30_000;

/** The tenants on record, kept in memory once read and read anew when they change. */
export interface CachedTenants extends TenantDirectory {
  /** Key of the marks in the tenant's exchange log; one per sandbox pair. */
  readonly maskKeyOf: (customerId: string) => Promise<Uint8Array>;
  readonly forget: (customerId: string) => void;
  readonly close: () => void;
}

interface Entry {
  readonly tenant: Tenant;
  readonly maskKey: Uint8Array;
}

interface Kept {
  readonly loading: Promise<Entry | undefined>;
  /** On the monotonic clock. */
  readonly untilMs: number;
}

export async function openTenantDirectory(
  database: Database,
  clock: Pick<Clock, "monotonicMs">,
): Promise<CachedTenants> {
  const entries = new Map<string, Kept>();
  const forget = (customerId: string): void => {
    entries.delete(customerId);
  };
  const unlisten = await database.notifications.listen(tenantChannel, (customerId) => {
    // Nothing in it: the line was broken, and any tenant may have changed meanwhile.
    if (customerId === "") entries.clear();
    else forget(customerId);
  });
  const entryOf = async (customerId: string): Promise<Entry | undefined> => {
    const known = entries.get(customerId);
    const nowMs = clock.monotonicMs();
    if (known !== undefined && known.untilMs > nowMs) return known.loading;
    const loading = loadEntry(database, customerId);
    entries.set(customerId, { loading, untilMs: nowMs + longestLifeMs });
    // Ids that nobody has are not kept: strangers would fill the memory with them.
    const entry = await loading.catch((error: unknown) => {
      forget(customerId);
      throw error;
    });
    if (entry === undefined) forget(customerId);
    return entry;
  };
  return {
    byCustomerId: async (customerId) => (await entryOf(customerId))?.tenant,
    maskKeyOf: async (customerId) => {
      const entry = await entryOf(customerId);
      if (entry === undefined)
        throw new Error(`Expected a tenant with customer id ${customerId}, found none`);
      return entry.maskKey;
    },
    forget,
    close: unlisten,
  };
}

async function loadEntry(database: Database, customerId: string): Promise<Entry | undefined> {
  const row = await database.queries
    .selectFrom("tenant")
    .innerJoin("sandbox", "sandbox.id", "tenant.sandbox_id")
    .selectAll("tenant")
    .leftJoin(
      "integration_standing",
      "integration_standing.integration_id",
      "sandbox.integration_id",
    )
    .leftJoin("sandbox_withdrawal", "sandbox_withdrawal.sandbox_id", "sandbox.id")
    .select([
      "sandbox.mask_key",
      "integration_standing.state as standing",
      "sandbox_withdrawal.withdrawn_at",
    ])
    .where("tenant.customer_id", "=", customerId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const disturbed = await database.queries
    .selectFrom("disturbance")
    .select("workflow_id")
    .where("customer_id", "=", customerId)
    .where("remaining", ">", 0)
    .execute();
  const tenant: Tenant = {
    customerId: row.customer_id as CustomerId,
    sandboxId: row.sandbox_id,
    region: row.region,
    name: row.name,
    publicBase: row.public_base,
    // Written by `createSandbox` from the same type.
    settings: withNewSwitches(row.settings as unknown as TenantSettings),
    disturbedWorkflows: disturbed.map(({ workflow_id: id }) => id),
    ...refusedIn(row),
  };
  return { tenant, maskKey: row.mask_key };
}

function refusedIn(row: {
  readonly standing: string | null;
  readonly withdrawn_at: Date | null;
}): Pick<Tenant, "refused"> {
  if (row.standing === "suspended" || row.standing === "removed") return { refused: row.standing };
  return row.withdrawn_at === null ? {} : { refused: "withdrawn" };
}

/** A tenant that an earlier version made has no setting for the switches that came since: it gets their defaults. */
function withNewSwitches(settings: TenantSettings): TenantSettings {
  return { ...settings, switches: { ...defaultSwitches, ...settings.switches } };
}
