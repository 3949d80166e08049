import type { RequirementResult } from "../judge/roll-up-verdicts.ts";
import type { CheckResult } from "../judge/check-result.ts";
import type { VerdictKind } from "../verdict.ts";
import type { ChangeKind, RequirementChange, Standing } from "./impact.ts";

/** What changes from one judgement of a run to another, requirement by requirement: those of the later pack first. */
export function compareStandings(
  before: readonly RequirementResult[],
  after: readonly RequirementResult[],
): readonly RequirementChange[] {
  const earlier = new Map(before.map((one) => [idOf(one), one]));
  const later = new Set(after.map(idOf));
  return [
    ...after.flatMap((one) => changeOf(earlier.get(idOf(one)), one)),
    ...before.filter((one) => !later.has(idOf(one))).map(noLongerAsked),
  ];
}

function idOf({ requirement }: RequirementResult): string {
  return requirement.id;
}

function changeOf(
  before: RequirementResult | undefined,
  after: RequirementResult,
): readonly RequirementChange[] {
  const kind = kindOf(before === undefined ? null : standingOf(before), standingOf(after));
  if (kind === undefined) return [];
  const { requirement, results } = after;
  return [
    {
      requirement: requirement.id,
      title: requirement.title,
      kind,
      before: before === undefined ? null : standingOf(before),
      after: standingOf(after),
      why: whyOf(results, after.verdict),
    },
  ];
}

function noLongerAsked(before: RequirementResult): RequirementChange {
  const { id, title } = before.requirement;
  return {
    requirement: id,
    title,
    kind: "no-longer-asked",
    before: standingOf(before),
    after: null,
    why: "",
  };
}

function standingOf({ requirement, verdict }: RequirementResult): Standing {
  return { verdict, severity: requirement.severity };
}

const holding: ReadonlySet<VerdictKind> = new Set([
  "pass",
  "warn",
  "needs-review",
  "not-applicable",
]);

/** Undefined where nothing changes that anybody would notice: what holds still holds, whatever its weight. */
function kindOf(before: Standing | null, after: Standing): ChangeKind | undefined {
  if (before !== null && before.verdict === after.verdict) {
    const isAsBefore = holding.has(after.verdict) || before.severity === after.severity;
    if (isAsBefore) return undefined;
    // What was advice and is asked of everyone now stands in the way; the other way round it does no more.
    if (after.severity === "advisory") return "new-pass";
  }
  if (after.verdict === "fail") return "new-failure";
  if (after.verdict === "not-exercised") return "newly-not-exercised";
  if (!holding.has(after.verdict)) return "other";
  return before !== null && holding.has(before.verdict) ? undefined : "new-pass";
}

/** The distinct sentences of the results that made the verdict; the first few, each with its check. */
function whyOf(results: readonly CheckResult[], verdict: VerdictKind): string {
  const deciding = results.filter((result) => result.verdict.kind === verdict);
  const sentences = [...new Set(deciding.flatMap(sentenceOf))];
  const rest = sentences.length - maxSentences;
  return [...sentences.slice(0, maxSentences), ...(rest > 0 ? [`and ${rest} more`] : [])].join(
    "; ",
  );
}

const maxSentences = 3;

function sentenceOf({ checkId, verdict }: CheckResult): readonly string[] {
  switch (verdict.kind) {
    case "fail":
    case "warn":
      return [`${checkId}: expected ${verdict.expected}, ${verdict.arrived} arrived`];
    case "not-exercised":
      return [`${checkId}: ${verdict.why}`];
    case "checker-error":
      return [`${checkId}: ${verdict.reason}`];
    case "pass":
    case "not-applicable":
    case "needs-review":
    case "waiting":
    case "cancelled":
      return [];
  }
}
