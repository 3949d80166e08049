import { endRun, type EndRunOptions } from "../grade/end-run.ts";
import type { Grading } from "../grade/write-grading.ts";
import { beginJudging } from "./run.store.ts";

/**
 * Ends an active run: what was not judged yet reads cancelled, what was exercised is judged. Undefined when the run had ended
 * before, or was judged by an engine meanwhile. Should this process die in the middle, an engine cancels the run.
 */
export async function cancelRun(
  options: Omit<EndRunOptions, "ending">,
): Promise<Grading | undefined> {
  const { database, clock, run } = options;
  if (!(await beginJudging(database.queries, run.id, "cancelled"))) return undefined;
  return endRun({ ...options, ending: { kind: "cancelled", at: clock.now() } });
}
