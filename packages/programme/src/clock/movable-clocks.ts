import type { Database } from "@slipway/database";
import { wakeUpLoop } from "@slipway/event-delivery";
import type { Clock, Ids } from "@slipway/foundation";

import { readingOf } from "./clock-setting.ts";
import { loadClocks, settingOf, type ClockSettings } from "./clock.store.ts";

/** Tells every process that a clock was moved. */
export const clockChannel = "slipway_clock";
/** Tells whoever moved a clock that a process follows. */
export const clockSeenChannel = "slipway_clock_seen";

/** How often a process looks by itself: what it says of itself is as old at most. */
export const clockLookEveryMs = 2000;

/** The installation's clock and those of the tenants, followed as they are moved by any process. */
export interface MovableClocks {
  readonly installation: Clock;
  /** The clock of a tenant; of one that is not known it is the installation's. */
  readonly of: (customerId: string) => Clock;
  /** What is followed now. */
  readonly settings: () => ClockSettings;
  /** Reads the clocks anew, and says so to who waits for it. */
  readonly follow: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface MovableClocksOptions {
  readonly database: Database;
  /** The machine's own clock. */
  readonly clock: Clock;
  readonly ids: Pick<Ids, "uuid">;
  /** No other process is on the database: whoever is on its list of listeners died. */
  readonly isAlone: boolean;
  /** Told of what went wrong; the clocks go on as they were. */
  readonly onTrouble: (error: unknown) => void;
}

export async function openMovableClocks(options: MovableClocksOptions): Promise<MovableClocks> {
  const { database, clock } = options;
  const id = options.ids.uuid();
  if (options.isAlone) await database.queries.deleteFrom("clock_listener").execute();
  let settings = await loadClocks(database.queries);
  const follow = async (): Promise<void> => {
    const { version: before } = settings;
    const loaded = await loadClocks(database.queries);
    // Two looks may end in the other order than they began.
    if (loaded.version >= settings.version) settings = loaded;
    await saySeen(database, id, settings.version);
    if (settings.version > before) database.notifications.notify(clockSeenChannel);
  };
  const loop = wakeUpLoop({
    look: async () => follow().catch(options.onTrouble),
    tidy: async () => undefined,
    lookEveryMs: clockLookEveryMs,
  });
  const unlisten = await database.notifications.listen(clockChannel, loop.wake);
  await loop.start();
  const { monotonicMs } = clock;
  const installation: Clock = { now: () => readingOf(settings.installation, clock), monotonicMs };
  return {
    installation,
    of: (customerId) => ({
      now: () => readingOf(settingOf(settings, customerId), installation),
      monotonicMs,
    }),
    settings: () => settings,
    follow,
    close: async () => {
      unlisten();
      await loop.stop();
      await database.queries.deleteFrom("clock_listener").where("id", "=", id).execute();
    },
  };
}

async function saySeen({ queries }: Database, id: string, version: number): Promise<void> {
  await queries
    .insertInto("clock_listener")
    .values({ id, seen_version: version })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((row) => ({
        seen_version: version,
        looks: row("clock_listener.looks", "+", 1),
      })),
    )
    .execute();
}
