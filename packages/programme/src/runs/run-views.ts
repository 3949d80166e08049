import {
  cancelRun,
  gradeRun,
  loadGradings,
  loadManifest,
  loadReport,
  loadRun,
  loadWaitingSteps,
  type GradingHead,
  type ObservedField,
  type RunReport,
} from "@slipway/conformance";

import type { ProgrammeParts } from "../programme-parts.ts";
import { tellOfRuns } from "../webhooks/tell-of-runs.ts";
import type { RunProgressView } from "./run-progress-view.ts";
import { frameworkOf } from "./start-validation.ts";

/** Where a run stands, and who has to do what until when. */
export async function viewRun(
  { database }: ProgrammeParts,
  runId: string,
): Promise<RunProgressView> {
  const run = await loadRun(database.queries, runId);
  const { total, waiting } = await loadWaitingSteps(database.queries, run.id);
  const waitingFor = waiting.flatMap(({ outcome, region, scenario, step }) =>
    outcome.state === "waiting"
      ? [{ region, scenario, step, for: outcome.for, toDo: outcome.toDo, until: outcome.until }]
      : [],
  );
  return {
    run,
    steps: { done: total - waiting.length, waiting: waiting.length, total },
    waitingFor,
  };
}

/** Ends an active run; one that has ended stays as it is. */
export async function stopRun(parts: ProgrammeParts, runId: string): Promise<void> {
  const run = await loadRun(parts.database.queries, runId);
  await cancelRun({
    ...parts,
    framework: frameworkOf(parts, run.framework),
    run,
    onRunEnded: tellOfRuns(parts),
  });
}

/** Judges a run anew under another pack version, from the record alone; the earlier verdicts stay. */
export async function regradeRun(
  parts: ProgrammeParts,
  runId: string,
  packVersion: string,
): Promise<GradingHead> {
  const run = await loadRun(parts.database.queries, runId);
  const grading = await gradeRun({
    ...parts,
    framework: frameworkOf(parts, run.framework),
    run,
    packVersion,
  });
  const gradings = await loadGradings(parts.database.queries, run.id);
  return (
    gradings.find(({ id }) => id === grading.id) ?? {
      id: grading.id,
      packVersion,
      gradedAt: parts.clock.now(),
    }
  );
}

/** A run's gradings, oldest first. */
export async function gradingsOf(
  { database }: ProgrammeParts,
  runId: string,
): Promise<readonly GradingHead[]> {
  const run = await loadRun(database.queries, runId);
  return loadGradings(database.queries, run.id);
}

/** The report of a run, of its newest grading unless another is named. */
export async function reportOf(
  parts: ProgrammeParts,
  runId: string,
  gradingId?: string,
): Promise<RunReport> {
  const run = await loadRun(parts.database.queries, runId);
  return loadReport({
    ...parts,
    framework: frameworkOf(parts, run.framework),
    run,
    ...(gradingId === undefined ? {} : { gradingId }),
  });
}

/** A run's manifest, declared against observed; fails with `RUN-NOT-ENDED` before its end. */
export async function manifestOf(
  parts: ProgrammeParts,
  runId: string,
): Promise<readonly ObservedField[]> {
  const run = await loadRun(parts.database.queries, runId);
  return loadManifest({ ...parts, framework: frameworkOf(parts, run.framework), run });
}
