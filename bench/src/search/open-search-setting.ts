import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import pg from "pg";

import { startLoad, type LoadGenerator } from "../load/start-load.ts";
import { startProgram, type Program } from "../processes/start-program.ts";
import { openPlatform } from "../setting/open-platform.ts";
import { openPostgres, type Postgres } from "../setting/open-postgres.ts";
import { openWorkshop, type Workshop } from "../setting/open-workshop.ts";
import { fillScale, type FilledTenant } from "./fill-scale.ts";
import { databaseOf, nameOf, personAt, scales, valuesOf, type Scale } from "./scale.ts";

/** A platform with a scale's people in it, in a database of its own, beside the other scales. */
export interface MeasuredScale {
  readonly scale: Scale;
  readonly processId: number;
  readonly tenants: readonly FilledTenant[];
  readonly badgeFilter: string;
  /** The platform's database, for counting what is in it. */
  readonly platformData: pg.Pool;
}

export interface SearchSetting {
  readonly postgres: Postgres<ReturnType<typeof databaseOf>>;
  readonly load: LoadGenerator;
  readonly scales: readonly MeasuredScale[];
  /** json-server with as many people as one tenant of the largest scale of ten tenants. */
  readonly jsonServer: Program<{ readonly address: string }>;
  readonly stop: () => Promise<void>;
}

/** People of json-server, and of the tenant that is compared with it. */
export const comparedPeople = 100_000;

/** Starts it all; what was started is ended where something fails. */
export async function openSearchSetting(say: (line: string) => void): Promise<SearchSetting> {
  const workshop = await openWorkshop();
  try {
    return await openParts(workshop, say);
  } catch (error) {
    await workshop.stop();
    throw error;
  }
}

async function openParts(
  { folder, opened, stop }: Workshop,
  say: (line: string) => void,
): Promise<SearchSetting> {
  say("Starting PostgreSQL, json-server and a platform for each scale …");
  const postgres = await openPostgres(join(folder, "postgres"), scales.map(databaseOf));
  opened.push(postgres.stop);
  const measured: MeasuredScale[] = [];
  for (const scale of scales) {
    say(`  filling ${nameOf(scale)}`);
    const databaseUrl = postgres.urlOf(databaseOf(scale));
    const data = join(folder, databaseOf(scale));
    const platform = await openPlatform({ data, databaseUrl, opened });
    const platformData = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    platformData.on("error", () => undefined); // Told by the next query.
    opened.push(async () => platformData.end());
    const filled = await fillScale(platformData, platform.tenants.a, scale);
    measured.push({ scale, processId: platform.program.processId, platformData, ...filled });
  }
  const jsonServer = await startJsonServer(folder);
  opened.push(jsonServer.stop);
  const load = await startLoad();
  opened.push(load.stop);
  return { postgres, load, scales: measured, jsonServer, stop };
}

async function startJsonServer(folder: string): Promise<SearchSetting["jsonServer"]> {
  const values = valuesOf(comparedPeople);
  const people = Array.from({ length: comparedPeople }, (_, place) => ({
    id: place + 1,
    firstname: "Ada",
    email: `person.${place}@example.test`,
    ...personAt(place, values),
  }));
  const file = join(folder, "json-server.json");
  await writeFile(file, JSON.stringify({ people }));
  return startProgram("json-server", new URL("../peers/json-server.ts", import.meta.url), {
    args: [file],
  });
}
