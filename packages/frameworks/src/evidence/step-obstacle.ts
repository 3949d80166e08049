import {
  checkerError,
  notExercised,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";
import { unreachable } from "@slipway/foundation";

/** Why nothing can be concluded from step `name` yet, or ever; undefined when it is done. Never the partner's failure. */
export function stepObstacle(evidence: CaseEvidence, name: string): Judgement | undefined {
  const step = evidence.steps[name];
  if (step === undefined)
    return notExercised(
      `${evidence.scenario} ended before its step "${name}": ${whyEnded(evidence)}`,
    );
  switch (step.state) {
    case "done":
      return undefined;
    case "waiting":
      return { verdict: { kind: "waiting", ...awaited(step.waiting) }, exchanges: [] };
    case "lost":
      return checkerError(
        `Step "${name}" of ${evidence.scenario} was lost: whether the partner got it is unknown.`,
      );
    case "broken":
      return checkerError(`Step "${name}" of ${evidence.scenario} could not be performed by us.`);
    default:
      return unreachable(step.state);
  }
}

type Awaited = { readonly for: string; readonly toDo: string; readonly until: string };

function awaited(waiting: Awaited | undefined): Awaited {
  return (
    waiting ?? { for: "platform", toDo: "finish the step that has begun", until: "the run's end" }
  );
}

function whyEnded(evidence: CaseEvidence): string {
  const last = Object.entries(evidence.steps).at(-1);
  if (last === undefined) return "it was not begun.";
  const [name, { facts }] = last;
  const status = facts?.["status"];
  const answer =
    typeof status === "number" ? `was answered with ${status}` : "had no usable answer";
  return status === undefined ? `step "${name}" was the last.` : `step "${name}" ${answer}.`;
}
