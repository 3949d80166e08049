import type { Database } from "@slipway/database";
import type { Region, RunId, SandboxId } from "@slipway/exchange";
import type { Clock, Ids, JsonObject } from "@slipway/foundation";

import type { Declaration, TenantFacts } from "../check.ts";
import { settleCases } from "../drive/case-plan.ts";
import { runChannel } from "../drive/run-engine.ts";
import { packOf, type Framework } from "../framework.ts";
import { freezePack } from "./frozen-pack.ts";
import type { RunPart } from "./run-part.ts";
import { insertRun } from "./run.store.ts";
import type { Run } from "./run.ts";

/** What a run obeys to its end, whatever changes meanwhile. */
export interface StartRunOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly framework: Framework;
  readonly sandboxId: SandboxId;
  readonly packVersion: string;
  readonly declaration: Declaration;
  readonly tenants: Readonly<Record<Region, TenantFacts>>;
  /** What the preflight found; shown in the report. */
  readonly preflight: JsonObject;
  /** What of the pack it covers, as `planPart` has it. Left out: all. */
  readonly part?: RunPart;
}

/**
 * Starts a run under one pack version, which is frozen by that. Refuses with `RUN-ALREADY-ACTIVE`, `PACK-NOT-FOUND` or
 * `PACK-CHANGED`; a start that fails leaves nothing.
 */
export async function startRun(options: StartRunOptions): Promise<Run> {
  const { database, framework } = options;
  const pack = packOf(framework, options.packVersion);
  const run: Run = {
    // Made here, and given to nothing else.
    id: options.ids.uuid() as RunId,
    sandboxId: options.sandboxId,
    framework: framework.id,
    packId: pack.id,
    packVersion: pack.version,
    settings: pack.settings,
    declaration: options.declaration,
    tenants: options.tenants,
    preflight: options.preflight,
    ...(options.part === undefined ? {} : { part: options.part }),
    cases: settleCases(framework, pack, { ...options, settings: pack.settings }),
    startedAt: options.clock.now(),
    state: { kind: "driving" },
  };
  await database.transaction(async (tx) => {
    await freezePack(tx, pack, run.startedAt);
    await insertRun(tx, run);
  });
  database.notifications.notify(runChannel);
  return run;
}
