import type { JsonObject } from "@slipway/foundation";

import type { Design } from "../design/design.ts";
import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { Actor } from "./actor.ts";
import { DesignFrozenProblem, VersionOpenProblem } from "./lifecycle.problems.ts";
import { insertVersion, listVersions, lockVersion, saveVersion } from "./lifecycle.store.ts";

export interface SaveDesign {
  readonly integrationId: string;
  readonly version: number;
  readonly design: Design;
  readonly actor: Actor;
}

type Parts = Pick<ProgrammeParts, "database" | "clocks">;

/** Saves the design of a version that is being drafted or has changes asked; fails with `DESIGN-FROZEN` otherwise. */
export async function saveDesign(parts: Parts, input: SaveDesign): Promise<void> {
  const { id } = await loadIntegration(parts.database.queries, input.integrationId);
  await parts.database.transaction(async (tx) => {
    const version = await lockVersion(tx, id, input.version);
    const { kind } = version.state;
    if (kind !== "drafting" && kind !== "changes-asked")
      throw new DesignFrozenProblem(version.number, kind);
    await saveVersion(tx, { ...version, design: input.design });
    await appendHistory(tx, {
      integrationId: id,
      version: version.number,
      at: parts.clocks.installation.now(),
      actor: input.actor,
      event: "save-design",
      reason: "",
      // Designs are plain data: every member is JSON.
      before: (version.design ?? null) as unknown as JsonObject | null,
      after: input.design as unknown as JsonObject,
    });
  });
}

export interface BeginVersion {
  readonly integrationId: string;
  readonly actor: Actor;
  readonly reason: string;
}

const settled: ReadonlySet<string> = new Set([
  "approved",
  "live",
  "replaced",
  "declined",
  "withdrawn",
]);

/** Begins the next version, with the design of the one before to start from; fails with `VERSION-OPEN` while one is on its way. */
export async function beginVersion(parts: Parts, input: BeginVersion): Promise<void> {
  const { id } = await loadIntegration(parts.database.queries, input.integrationId);
  const at = parts.clocks.installation.now();
  await parts.database.transaction(async (tx) => {
    const newest = (await listVersions(tx, id)).at(-1);
    if (newest === undefined)
      throw new Error(`Expected a version of integration ${id}, found none`);
    const { number, state } = await lockVersion(tx, id, newest.number);
    if (!settled.has(state.kind)) throw new VersionOpenProblem(number, state.kind);
    await insertVersion(tx, { integrationId: id, number: number + 1, at });
    const begun = await lockVersion(tx, id, number + 1);
    await saveVersion(tx, { ...begun, design: newest.design });
    await appendHistory(tx, {
      integrationId: id,
      version: number + 1,
      at,
      actor: input.actor,
      event: "begin-version",
      reason: input.reason,
      before: null,
      after: { kind: "drafting" },
    });
  });
}
