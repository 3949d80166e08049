import type { ReportedRequirement, RunReport } from "@slipway/platform-client";

/** What is different for one requirement between two gradings of a run. */
export interface ReportChange {
  readonly requirement: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What changed from one grading to another, in the order of the later one; requirements that went come last. What a partial
 * run does not cover, or not enough of, has not changed.
 */
export function compareReports(before: RunReport, after: RunReport): readonly ReportChange[] {
  const earlier = new Map(before.requirements.map((one) => [one.id, one]));
  const later = new Set(after.requirements.map(({ id }) => id));
  return [
    ...after.requirements.map((one) => changeOf(one, earlier.get(one.id), one)),
    ...before.requirements
      .filter(({ id }) => !later.has(id))
      .map((one) => changeOf(one, one, undefined)),
  ]
    .filter((change) => !isOutside(change, before) && !isOutside(change, after))
    .filter((change) => change.before !== change.after);
}

/** Ids of the requirements that one of two reports has and the other, a partial run's, does not cover, or not enough of. */
export function notCompared(before: RunReport, after: RunReport): readonly string[] {
  const all = [...after.requirements, ...before.requirements].map(({ id }) => id);
  return [...new Set(all)].filter((id) =>
    [before, after].some((report) => isOutside({ requirement: id }, report)),
  );
}

/** Half a proof tells nothing of the whole, save that it fails. */
function isOutside(
  { requirement }: Pick<ReportChange, "requirement">,
  { part, requirements }: RunReport,
): boolean {
  if (part === null) return false;
  const { verdict } = requirements.find(({ id }) => id === requirement) ?? {};
  return (
    part.leftOut.includes(requirement) ||
    (part.partly.includes(requirement) && verdict === "not-exercised")
  );
}

function changeOf(
  { id, title }: ReportedRequirement,
  before: ReportedRequirement | undefined,
  after: ReportedRequirement | undefined,
): ReportChange {
  return { requirement: id, title, before: stateOf(before), after: stateOf(after) };
}

function stateOf(requirement: ReportedRequirement | undefined): string {
  return requirement === undefined
    ? "not asked"
    : `${requirement.verdict} (${requirement.severity})`;
}
