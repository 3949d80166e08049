import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { moveSetting, type ClockMove } from "./clock-move.ts";
import { readingOf, type ClockSetting } from "./clock-setting.ts";
import { countMove, loadClocks, saveClock, settingOf } from "./clock.store.ts";
import { clockChannel } from "./movable-clocks.ts";
import { waitUntilSeen } from "./wait-until-seen.ts";

/** A clock as people see it. */
export interface ClockView {
  /** Missing for the installation's. */
  readonly customerId?: string;
  readonly state: "running" | "frozen";
  readonly now: Date;
  /** How far it is ahead of the machine's, in milliseconds; negative when behind. */
  readonly aheadMs: number;
  /** Counts the moves of all clocks. */
  readonly version: number;
}

type Parts = Pick<ProgrammeParts, "database" | "clock" | "clocks" | "tenants">;

/** The installation's clock, or a tenant's; fails with `TENANT-NOT-FOUND`. */
export async function showClock(parts: Parts, customerId?: string): Promise<ClockView> {
  if (customerId !== undefined) await tenantOf(parts, customerId);
  const settings = await loadClocks(parts.database.queries);
  const real = parts.clock.now();
  const base = readingOf(settings.installation, { now: () => real });
  const setting =
    customerId === undefined ? settings.installation : settingOf(settings, customerId);
  const now =
    customerId === undefined
      ? base
      : readingOf(setting, {
          now: () => base,
        });
  return {
    ...(customerId === undefined ? {} : { customerId }),
    state: stateOf(setting, customerId === undefined ? setting : settings.installation),
    now,
    aheadMs: now.getTime() - real.getTime(),
    version: settings.version,
  };
}

/** A tenant's clock stands still with the installation's, unless it is frozen by itself. */
function stateOf(setting: ClockSetting, base: ClockSetting): ClockView["state"] {
  return setting.kind === "frozen" || base.kind === "frozen" ? "frozen" : "running";
}

/** Moves a clock; resolves when every process follows it. One move is made after the other. */
export async function moveClock(
  parts: Parts,
  move: ClockMove,
  customerId?: string,
): Promise<ClockView> {
  if (customerId !== undefined) await tenantOf(parts, customerId);
  const version = await parts.database.transaction(async (tx) => {
    const counted = await countMove(tx);
    const settings = await loadClocks(tx);
    const base = customerId === undefined ? parts.clock : baseOf(settings.installation, parts);
    const setting =
      customerId === undefined ? settings.installation : settingOf(settings, customerId);
    await saveClock(tx, customerId, moveSetting(setting, move, base.now()));
    return counted;
  });
  parts.database.notifications.notify(clockChannel);
  await parts.clocks.follow();
  await waitUntilSeen(parts, version);
  return showClock(parts, customerId);
}

function baseOf(installation: ClockSetting, { clock }: Parts): { readonly now: () => Date } {
  return { now: () => readingOf(installation, clock) };
}
