import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";

import { openPeers, type Peers } from "./open-peers.ts";
import { openPlatform, type MeasuredPlatform } from "./open-platform.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";
import { startProgram, type Program } from "../processes/start-program.ts";

/** Everything that is measured and measured with, running. */
export interface Setting {
  readonly postgres: Postgres;
  readonly platform: MeasuredPlatform;
  readonly peers: Peers;
  readonly load: Program<unknown>;
  /** The platform's database, for counting what is in it. */
  readonly platformData: pg.Pool;
  readonly stop: () => Promise<void>;
}

/** Starts it all in a folder for temporary files, which `stop` removes. */
export async function openSetting(say: (line: string) => void): Promise<Setting> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-bench-"));
  const opened: (() => Promise<void>)[] = [
    async () => rm(folder, { recursive: true, force: true }),
  ];
  const stop = async (): Promise<void> => {
    for (const end of opened.splice(0).toReversed()) await end();
  };
  // Whoever interrupts the bench leaves no process and no folder behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    say("Starting PostgreSQL, the platform and the peers …");
    const postgres = await openPostgres(join(folder, "postgres"));
    opened.push(postgres.stop);
    const platformData = new pg.Pool({ connectionString: postgres.urlOf("platform"), max: 2 });
    platformData.on("error", () => undefined); // Told by the next query.
    const platform = await openPlatform({ folder, postgres, platformData, opened });
    opened.push(async () => platformData.end());
    const peers = await openPeers({ folder, postgres, platform, platformData, opened });
    const load = await startProgram("the load generator", loadProgram);
    opened.push(load.stop);
    return { postgres, platform, peers, load, platformData, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const loadProgram = new URL("../load/load.ts", import.meta.url);
