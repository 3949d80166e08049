import { join } from "node:path";

import pg from "pg";

import { fillTenants } from "./fill-tenants.ts";
import { openPeers, type Peers } from "./open-peers.ts";
import { openPlatform, type MeasuredPlatform } from "./open-platform.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";
import { openWorkshop } from "./open-workshop.ts";
import { startLoad, type LoadGenerator } from "../load/start-load.ts";

/** Everything that is measured and measured with, running. */
export interface Setting {
  readonly postgres: Postgres;
  readonly platform: MeasuredPlatform;
  readonly peers: Peers;
  readonly load: LoadGenerator;
  /** The platform's database, for counting what is in it. */
  readonly platformData: pg.Pool;
  readonly stop: () => Promise<void>;
}

/** Starts it all in a folder for temporary files, which `stop` removes. */
export async function openSetting(say: (line: string) => void): Promise<Setting> {
  const { folder, opened, stop } = await openWorkshop();
  try {
    say("Starting PostgreSQL, the platform and the peers …");
    const postgres = await openPostgres(join(folder, "postgres"), ["platform", "bare"]);
    opened.push(postgres.stop);
    const platformData = new pg.Pool({ connectionString: postgres.urlOf("platform"), max: 2 });
    platformData.on("error", () => undefined); // Told by the next query.
    const platform = await openPlatform({
      data: join(folder, "platform"),
      databaseUrl: postgres.urlOf("platform"),
      opened,
    });
    opened.push(async () => platformData.end());
    const { a, b } = platform.tenants;
    await fillTenants(platformData, [a.customerId, b.customerId]);
    const peers = await openPeers({ folder, postgres, platform, platformData, opened });
    const load = await startLoad();
    opened.push(load.stop);
    return { postgres, platform, peers, load, platformData, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
