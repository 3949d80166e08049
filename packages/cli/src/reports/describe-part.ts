import type { RunPart } from "@slipway/platform-client";

/** What was asked for when a partial run started, in a few words. */
export function describeSelection({ selection }: RunPart): string {
  switch (selection.kind) {
    case "only":
      return `only ${selection.ids.join(", ")}`;
    case "failed-of":
      return `what run ${selection.runId} has not passed`;
  }
}

/** What a partial run covers, in lines that a person reads. */
export function describePart(
  part: RunPart & { readonly leftOut?: readonly string[] },
): readonly string[] {
  const { scenarios, checks, wholeRunChecks, leftOut = [] } = part;
  return [
    `Part of the pack: ${describeSelection(part)}. ${counted(scenarios.length, "scenario")} driven, ${counted(checks.length, "check")} asked.`,
    ...(wholeRunChecks.length === 0
      ? []
      : [`Every scenario is driven: a run as a whole is judged by ${wholeRunChecks.join(", ")}.`]),
    ...(leftOut.length === 0
      ? []
      : [
          `Not part of this run: ${counted(leftOut.length, "requirement")} (${leftOut.join(", ")}).`,
        ]),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
