import type { Progress } from "../performer.ts";
import type { StepOutcome } from "./step-row.ts";

/** How a step is recorded that stands as its performer says. */
export function outcomeOf(progress: Progress, now: Date): StepOutcome {
  switch (progress.kind) {
    case "done":
      return { state: "done", facts: progress.facts, endedAt: now };
    case "waiting":
      return { state: "waiting", for: progress.for, toDo: progress.toDo, until: progress.until };
    case "lost":
    case "broken":
      return { state: progress.kind, reason: progress.reason, endedAt: now };
  }
}
