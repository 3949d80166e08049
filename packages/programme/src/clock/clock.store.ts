import type { Queries, Transaction } from "@slipway/database";

import { clockSettingOf, type ClockSetting } from "./clock-setting.ts";

/** All clocks at one version, or a later one: what moved meanwhile may be in it already. */
export interface ClockSettings {
  readonly version: number;
  readonly installation: ClockSetting;
  /** Those that stand otherwise than the installation's. */
  readonly tenants: ReadonlyMap<string, ClockSetting>;
}

const following: ClockSetting = { kind: "running", offsetMs: 0 };

/** The setting of a tenant's clock; of one that was never moved too. */
export function settingOf({ tenants }: ClockSettings, customerId: string): ClockSetting {
  return tenants.get(customerId) ?? following;
}

export async function loadClocks(queries: Queries): Promise<ClockSettings> {
  const installation = await queries
    .selectFrom("installation_clock")
    .selectAll()
    .executeTakeFirstOrThrow();
  const tenants = await queries
    .selectFrom("tenant")
    .select(["customer_id", "clock_offset_ms", "clock_frozen_at"])
    .where((where) =>
      where.or([where("clock_offset_ms", "<>", 0), where("clock_frozen_at", "is not", null)]),
    )
    .execute();
  return {
    version: installation.version,
    installation: clockSettingOf({
      offsetMs: installation.offset_ms,
      frozenAt: installation.frozen_at,
    }),
    tenants: new Map(
      tenants.map((row) => [
        row.customer_id,
        clockSettingOf({ offsetMs: row.clock_offset_ms, frozenAt: row.clock_frozen_at }),
      ]),
    ),
  };
}

/** Counts a move; whoever moves next waits until this transaction has ended. */
export async function countMove(tx: Transaction): Promise<number> {
  const { version } = await tx
    .updateTable("installation_clock")
    .set((row) => ({ version: row("version", "+", 1) }))
    .returning("version")
    .executeTakeFirstOrThrow();
  return version;
}

/** Writes the setting of a tenant's clock, or that of the installation's if no tenant is named. */
export async function saveClock(
  tx: Transaction,
  customerId: string | undefined,
  setting: ClockSetting,
): Promise<void> {
  const offsetMs = setting.kind === "running" ? Math.round(setting.offsetMs) : 0;
  const frozenAt = setting.kind === "frozen" ? setting.at : null;
  if (customerId === undefined) {
    await tx
      .updateTable("installation_clock")
      .set({ offset_ms: offsetMs, frozen_at: frozenAt })
      .execute();
    return;
  }
  await tx
    .updateTable("tenant")
    .set({ clock_offset_ms: offsetMs, clock_frozen_at: frozenAt })
    .where("customer_id", "=", customerId)
    .execute();
}
