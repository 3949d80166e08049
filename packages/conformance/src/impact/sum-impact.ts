import type { RunConclusion } from "../judge/conclude-run.ts";
import type { ChangeKind, ImpactSummary, RequirementImpact, RunImpact } from "./impact.ts";

/** Counts runs as they pass by; keeps none of them. */
export interface ImpactCounter {
  readonly add: (run: RunImpact) => void;
  readonly summary: () => ImpactSummary;
}

export function createImpactCounter(): ImpactCounter {
  const before = new Map<RunConclusion, number>();
  const after = new Map<RunConclusion, number>();
  const requirements = new Map<string, RequirementCounts>();
  let runs = 0;
  let concludeOtherwise = 0;
  return {
    add: (run) => {
      runs += 1;
      if (run.before !== run.after) concludeOtherwise += 1;
      count(before, run.before);
      count(after, run.after);
      for (const { requirement, title, kind } of run.changes) {
        const known = requirements.get(requirement) ?? { title, counts: new Map() };
        count(known.counts, kind);
        requirements.set(requirement, known);
      }
    },
    summary: () => ({
      runs,
      before: Object.fromEntries(before),
      after: Object.fromEntries(after),
      concludeOtherwise,
      requirements: [...requirements].map(impactOf).toSorted(byFailures),
    }),
  };
}

interface RequirementCounts {
  readonly title: string;
  readonly counts: Map<ChangeKind, number>;
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function impactOf([requirement, { title, counts }]: readonly [
  string,
  RequirementCounts,
]): RequirementImpact {
  return { requirement, title, counts: Object.fromEntries(counts) };
}

function byFailures(one: RequirementImpact, other: RequirementImpact): number {
  const difference = failuresOf(other) - failuresOf(one);
  if (difference !== 0) return difference;
  return one.requirement < other.requirement ? -1 : 1;
}

function failuresOf({ counts }: RequirementImpact): number {
  return counts["new-failure"] ?? 0;
}
