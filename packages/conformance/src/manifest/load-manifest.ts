import type { Database } from "@slipway/database";
import { regions } from "@slipway/exchange";

import type { Framework } from "../framework.ts";
import type { ExchangeSource } from "../grade/exchange-source.ts";
import { loadEvidence, takenExchanges } from "../grade/load-evidence.ts";
import type { Run } from "../runs/run.ts";
import { RunNotEndedProblem } from "../runs/run.problems.ts";
import { observeManifest, type ObservedField } from "./observe-manifest.ts";

export interface LoadManifestOptions {
  readonly database: Database;
  readonly exchanges: ExchangeSource;
  readonly framework: Framework;
  readonly run: Run;
}

/** The manifest that a run was started with, held against the partner's calls in both tenants; `RUN-NOT-ENDED` before its end. */
export async function loadManifest(
  options: LoadManifestOptions,
): Promise<readonly ObservedField[]> {
  const { run } = options;
  if (run.state.kind !== "finished" && run.state.kind !== "cancelled")
    throw new RunNotEndedProblem(run.id);
  const { attributions } = await loadEvidence({
    ...options,
    exchangesOf: async (region) => takenExchanges(options, region),
  });
  const calls = regions
    .flatMap((region) => attributions[region])
    .filter(({ step, exchange }) => step !== undefined && exchange.direction === "to-ats")
    .map(({ exchange }) => exchange);
  return observeManifest(calls, run.declaration.manifest);
}
