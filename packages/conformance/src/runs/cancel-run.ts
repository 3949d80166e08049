import { gradeRun, type GradeOptions, type Grading } from "../grade/grade-run.ts";
import { moveRun } from "./run-store.ts";

/**
 * Ends an active run: what was not judged yet reads cancelled, what was exercised is judged. Undefined when the run had ended
 * before.
 */
export async function cancelRun(
  options: Omit<GradeOptions, "ending" | "packVersion">,
): Promise<Grading | undefined> {
  const at = options.clock.now();
  if (!(await moveRun(options.database.queries, options.run.id, { kind: "cancelled", at })))
    return undefined;
  return gradeRun({ ...options, ending: { kind: "cancelled", at } });
}
