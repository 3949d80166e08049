import type { Database } from "@slipway/database";
import type { Region, RunId, SandboxId } from "@slipway/exchange";
import type { Clock, Ids, JsonObject } from "@slipway/foundation";

import type { Declaration, TenantFacts } from "../check.ts";
import { runChannel } from "../drive/run-engine.ts";
import type { Framework } from "../framework.ts";
import { packOf } from "../grade/grade-run.ts";
import { freezePack } from "./frozen-pack.ts";
import type { Run } from "./run.ts";
import { insertRun } from "./run-store.ts";

export interface StartRunOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly framework: Framework;
  readonly sandboxId: SandboxId;
  readonly packVersion: string;
  readonly declaration: Declaration;
  readonly tenants: Readonly<Record<Region, TenantFacts>>;
  readonly preflight: JsonObject;
}

/** Starts a run under one pack version, which is frozen by that. Refuses with `RUN-ALREADY-ACTIVE`. */
export async function startRun(options: StartRunOptions): Promise<Run> {
  const { database, framework } = options;
  const pack = packOf(framework, options.packVersion);
  const startedAt = options.clock.now();
  await database.transaction(async (tx) => freezePack(tx, pack, startedAt));
  const run: Run = {
    id: options.ids.uuid() as RunId,
    sandboxId: options.sandboxId,
    framework: framework.id,
    packId: pack.id,
    packVersion: pack.version,
    settings: pack.settings,
    declaration: options.declaration,
    tenants: options.tenants,
    preflight: options.preflight,
    startedAt,
    state: { kind: "driving" },
  };
  await insertRun(database, run);
  database.notifications.notify(runChannel);
  return run;
}
