import { isUuid } from "@slipway/foundation";

import type { Integration } from "../integrations/integration.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { RequiredProof } from "../requirements/requirement-set.ts";
import { gradingsOf, reportOf } from "../runs/run-views.ts";

export interface SubmittedRun {
  readonly integration: Pick<Integration, "id">;
  readonly packVersion: string;
  readonly runId: string;
  /** What the approval asks because the design declares an optional feature. */
  readonly asked: readonly RequiredProof[];
}

/** What keeps a run from proving a version under the pack of its approval; undefined when nothing does. */
export async function runObstacle(
  parts: ProgrammeParts,
  { integration, packVersion, runId, asked }: SubmittedRun,
): Promise<string | undefined> {
  const row = isUuid(runId)
    ? await parts.database.queries
        .selectFrom("run")
        .innerJoin("sandbox", "sandbox.id", "run.sandbox_id")
        .select(["sandbox.integration_id", "run.state"])
        .where("run.id", "=", runId)
        .executeTakeFirst()
    : undefined;
  if (row?.integration_id !== integration.id) return `no run ${runId} of this integration`;
  if (row.state !== "finished") return `a run that is ${row.state}`;
  const grading = (await gradingsOf(parts, runId)).findLast(
    (one) => one.packVersion === packVersion,
  );
  if (grading === undefined) return `a run that was not judged under ${packVersion}`;
  const { conclusion, requirements } = await reportOf(parts, runId, grading.id);
  if (conclusion !== "passed") return `a run whose conclusion is ${conclusion}`;
  const unasked = asked.find(({ id }) =>
    requirements.some((one) => one.id === id && one.verdict === "not-applicable"),
  );
  return (
    unasked &&
    `a run of a partner setup without ${unasked.feature ?? unasked.id}, which the approved design declares: ${unasked.id} was not judged`
  );
}
