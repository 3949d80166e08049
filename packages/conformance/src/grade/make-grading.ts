import type { Clock, Ids } from "@slipway/foundation";

import type { RunEvidence } from "../check.ts";
import type { Framework } from "../framework.ts";
import { judgeRun } from "../judge/judge-run.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { Run } from "../runs/run.ts";
import type { Grading } from "./write-grading.ts";

export interface GradingOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly framework: Framework;
  readonly run: Run;
  readonly pack: RequirementPack;
  readonly evidence: RunEvidence;
  /** The run was cancelled: what it had not come to reads so. */
  readonly cancelled: boolean;
}

/** Judges evidence under a pack. Writes nothing. */
export function makeGrading({
  clock,
  ids,
  framework,
  run,
  pack,
  ...rest
}: GradingOptions): Grading {
  return {
    id: ids.uuid(),
    runId: run.id,
    packId: pack.id,
    packVersion: pack.version,
    gradedAt: clock.now(),
    results: judgeRun({
      checks: framework.checks,
      pack,
      context: { declaration: run.declaration, settings: pack.settings, tenants: run.tenants },
      preflight: run.preflight,
      ...(run.part === undefined ? {} : { part: run.part }),
      ...rest,
    }),
  };
}
