import { regions, type Exchange, type ExchangeId, type Region } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { FaultOwner } from "../check.ts";
import type { StepRow } from "../drive/step-row.ts";
import type { GradingHead } from "../grade/load-gradings.ts";
import type { CheckResult } from "../judge/check-result.ts";
import type { FaultDecision } from "../judge/fault/fault-decision.ts";
import { outsideOf } from "../judge/outside-part.ts";
import { concludeRun, type RunConclusion } from "../judge/conclude-run.ts";
import { rollUpRequirements } from "../judge/roll-up-verdicts.ts";
import type { Framework } from "../framework.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import { partOf } from "../runs/part-of-pack.ts";
import type { RunPart } from "../runs/run-part.ts";
import type { Run } from "../runs/run.ts";
import type { Verdict, VerdictKind } from "../verdict.ts";

/** A graded run, ready to be printed; the JSON report is exactly this. Times are ISO 8601 in UTC. */
export interface RunReport {
  readonly format: "slipway-run-report/1";
  readonly runId: string;
  readonly sandboxId: string;
  readonly framework: string;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  /** What the run covers of its pack; null: all of it. */
  readonly part: ReportedPart | null;
  readonly conclusion: RunConclusion;
  readonly state: Run["state"]["kind"];
  readonly startedAt: string;
  readonly gradedAt: string;
  readonly durationMs: number;
  readonly tenants: Readonly<
    Record<Region, { readonly customerId: string; readonly publicBase: string }>
  >;
  readonly preflight: JsonObject;
  readonly requirements: readonly ReportedRequirement[];
  /** Every exchange that a verdict names. */
  readonly exchanges: readonly ReportedExchange[];
  /** Scenarios that were driven again, because an outcome of ours was lost. */
  readonly drivenAnew: readonly {
    readonly region: Region;
    readonly scenario: string;
    readonly step: string;
    readonly reason: string;
  }[];
  readonly counts: Readonly<Partial<Record<VerdictKind, number>>>;
}

/** What a partial run covers. `requirements` of the report are those inside. */
export interface ReportedPart extends RunPart {
  /** Ids of the requirements that are not part of the run. */
  readonly leftOut: readonly string[];
  /** Ids of the requirements of which the run covers something, and not all: their other verdicts than a failure prove nothing. */
  readonly partly: readonly string[];
}

/** A requirement of the pack with what became of it. */
export interface ReportedRequirement {
  readonly id: string;
  readonly title: string;
  readonly duties: readonly string[];
  readonly severity: "must" | "advisory";
  readonly verdict: VerdictKind;
  readonly results: readonly ReportedResult[];
}

/** What one check concluded about one case, or about the run. */
export interface ReportedResult {
  readonly check: string;
  readonly checkVersion: number;
  readonly title: string;
  readonly faultOwner: FaultOwner;
  /** By which rule and facts the fault is its owner's; null where nothing is at fault, and in verdicts of before. */
  readonly fault: FaultDecision | null;
  readonly region: Region | null;
  readonly scenario: string | null;
  readonly verdict: Verdict;
  readonly exchanges: readonly ExchangeId[];
}

/** One line of the log; the whole exchange is read by its id. */
export interface ReportedExchange {
  readonly id: ExchangeId;
  readonly region: Region;
  readonly direction: Exchange["direction"];
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** The status, or why no answer arrived. */
  readonly answer: number | string;
  readonly durationMs: number;
}

export interface ReportOptions {
  readonly run: Run;
  readonly framework: Framework;
  readonly pack: RequirementPack;
  readonly packHash: string;
  readonly grading: GradingHead;
  readonly results: readonly CheckResult[];
  readonly exchanges: Readonly<Record<Region, readonly Exchange[]>>;
  readonly drivenAnew: readonly StepRow[];
}

/** Builds the report of one grading. Pure. */
export function buildReport(options: ReportOptions): RunReport {
  const { run, grading } = options;
  const inside = partOf(options.pack, run.part);
  const requirements = rollUpRequirements(inside, options.results);
  return {
    format: "slipway-run-report/1",
    runId: run.id,
    sandboxId: run.sandboxId,
    framework: run.framework,
    pack: { id: options.pack.id, version: options.pack.version, hash: options.packHash },
    part: run.part === undefined ? null : reportPart(run.part, { ...options, inside }),
    conclusion: concludeRun(requirements, run.part),
    state: run.state.kind,
    startedAt: run.startedAt.toISOString(),
    gradedAt: grading.gradedAt.toISOString(),
    durationMs: endOf(run, grading).getTime() - run.startedAt.getTime(),
    tenants: { a: addressOf(run, "a"), b: addressOf(run, "b") },
    preflight: run.preflight,
    requirements: requirements.map(({ requirement, verdict, results }) => ({
      id: requirement.id,
      title: requirement.title,
      duties: requirement.duties,
      severity: requirement.severity,
      verdict,
      results: results.map((result) => reportResult(options.framework, result)),
    })),
    exchanges: regions.flatMap((region) =>
      options.exchanges[region].map((exchange) => reportExchange(region, exchange)),
    ),
    drivenAnew: options.drivenAnew.map(reportDrivenAnew),
    counts: countVerdicts(requirements.map(({ verdict }) => verdict)),
  };
}

interface PartPlace extends Pick<ReportOptions, "pack" | "framework"> {
  readonly inside: RequirementPack;
}

function reportPart(
  part: RunPart,
  { pack, inside, framework: { checks } }: PartPlace,
): ReportedPart {
  const covered = new Set(inside.requirements.map(({ id }) => id));
  const leftOut = pack.requirements.map(({ id }) => id).filter((id) => !covered.has(id));
  const outside = new Set(outsideOf(part, { pack, checks }).map(({ checkId }) => checkId));
  const partly = inside.requirements
    .filter((requirement) => requirement.checks.some((id) => outside.has(id)))
    .map(({ id }) => id);
  return { ...part, leftOut, partly };
}

function endOf(run: Run, grading: GradingHead): Date {
  return run.state.kind === "finished" || run.state.kind === "cancelled"
    ? run.state.at
    : grading.gradedAt;
}

function addressOf(
  run: Run,
  region: Region,
): { readonly customerId: string; readonly publicBase: string } {
  const { customerId, publicBase } = run.tenants[region];
  return { customerId, publicBase };
}

function reportResult(framework: Framework, result: CheckResult): ReportedResult {
  return {
    check: result.checkId,
    checkVersion: result.checkVersion,
    title: framework.checks.find((check) => check.id === result.checkId)?.title ?? result.checkId,
    faultOwner: result.faultOwner,
    fault: result.fault ?? null,
    region: result.region ?? null,
    scenario: result.scenario ?? null,
    verdict: result.verdict,
    exchanges: result.exchanges,
  };
}

function reportExchange(region: Region, exchange: Exchange): ReportedExchange {
  return {
    id: exchange.id,
    region,
    direction: exchange.direction,
    at: exchange.at.toISOString(),
    method: exchange.request.method,
    path: exchange.request.path,
    answer: exchange.answer.kind === "answered" ? exchange.answer.status : exchange.answer.reason,
    durationMs: exchange.durationMs,
  };
}

function reportDrivenAnew(step: StepRow): RunReport["drivenAnew"][number] {
  const reason = step.outcome.state === "lost" ? step.outcome.reason : "";
  return { region: step.region, scenario: step.scenario, step: step.step, reason };
}

function countVerdicts(kinds: readonly VerdictKind[]): RunReport["counts"] {
  const counts: Partial<Record<VerdictKind, number>> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
