import type { Region } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type {
  CaseCheck,
  CaseEvidence,
  Check,
  JudgeContext,
  RunCheck,
  RunEvidence,
} from "../check.ts";
import { checkerError, notExercised } from "../judgements.ts";
import { reasonOf } from "../reason-of.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { RunPart } from "../runs/run-part.ts";
import type { Judgement } from "../verdict.ts";
import type { CheckResult } from "./check-result.ts";
import { giveFault } from "./fault/give-fault.ts";
import { outsideOf } from "./outside-part.ts";

/** What is judged, by which checks, for which pack. */
export interface JudgeOptions {
  readonly checks: readonly Check[];
  readonly pack: RequirementPack;
  readonly evidence: RunEvidence;
  readonly context: JudgeContext;
  /** The run was ended before its time: cases that still wait are cancelled. */
  readonly cancelled: boolean;
  /** What the run covers; left out: the whole pack. */
  readonly part?: RunPart;
  /** What the preflight found before the run; whose a fault is may follow from it. */
  readonly preflight?: JsonObject;
}

/**
 * Runs every check that the pack, or the run's part of it, asks for. Pure: the same evidence gives the same results, in the
 * same order.
 */
export function judgeRun(options: JudgeOptions): readonly CheckResult[] {
  const { pack, part } = options;
  const asked = new Set(pack.requirements.flatMap((requirement) => requirement.checks));
  const wanted = [...asked].filter((id) => part === undefined || part.checks.includes(id));
  const results = wanted.flatMap((id) => judgeCheck(id, options));
  return [
    ...(options.cancelled ? results.map(cancelled) : results),
    ...(part === undefined ? [] : resultsOutside(part, options)),
  ];
}

function resultsOutside(part: RunPart, options: JudgeOptions): readonly CheckResult[] {
  return outsideOf(part, options).map(({ checkId, judgement }) => {
    const check = options.checks.find(({ id }) => id === checkId);
    return check === undefined
      ? notJudged(checkId, versionLacks(checkId))
      : result(check, judgement, {});
  });
}

function judgeCheck(id: string, options: JudgeOptions): readonly CheckResult[] {
  const check = options.checks.find((candidate) => candidate.id === id);
  if (check === undefined) return [notJudged(id, versionLacks(id))];
  const results = check.scope === "case" ? judgeCases(check, options) : judgeWhole(check, options);
  const { evidence, preflight = {} } = options;
  return results.map((one) => giveFault(one, { check, evidence, preflight }));
}

function versionLacks(id: string): string {
  return `The pack asks for check ${id}, which this version does not have.`;
}

/** What a run that was ended early had not come to is cancelled, not forgotten by the partner. */
function cancelled(judged: CheckResult): CheckResult {
  return judged.verdict.kind === "not-exercised"
    ? { ...judged, verdict: { kind: "cancelled" } }
    : judged;
}

function judgeCases(check: CaseCheck, options: JudgeOptions): readonly CheckResult[] {
  const cases = options.evidence.cases.filter((one) =>
    check.scenarios.includes(scenarioIdOf(one.scenario)),
  );
  const results = cases.map((one) =>
    result(check, judgeCase(check, one, options), { region: one.region, scenario: one.scenario }),
  );
  return results.length > 0
    ? results
    : [result(check, notExercised(`None of ${check.scenarios.join(", ")} was driven.`), {})];
}

/** What is ours is settled before the check looks: a broken, lost or waiting step never becomes the partner's failure. */
function judgeCase(check: CaseCheck, evidence: CaseEvidence, options: JudgeOptions): Judgement {
  for (const [name, step] of Object.entries(evidence.steps)) {
    if (step.state === "broken" || step.state === "lost") {
      return checkerError(
        `Step ${name} of ${evidence.scenario} is ${step.state}: what it stands for was not established.`,
      );
    }
    if (step.state === "waiting" && options.cancelled)
      return { verdict: { kind: "cancelled" }, exchanges: [] };
  }
  return caught(() => check.judge(evidence, options.context));
}

function judgeWhole(check: RunCheck, options: JudgeOptions): readonly CheckResult[] {
  try {
    const judgements = check.judge(options.evidence, options.context);
    if (judgements.length === 0)
      return [result(check, notExercised("There was nothing to judge."), {})];
    return judgements.map(({ region, ...judgement }) =>
      result(check, judgement, region === undefined ? {} : { region }),
    );
  } catch (error) {
    return [result(check, checkerError(reasonOf(error)), {})];
  }
}

function caught(judge: () => Judgement): Judgement {
  try {
    return judge();
  } catch (error) {
    return checkerError(reasonOf(error));
  }
}

function result(
  check: Check,
  judgement: Judgement,
  { region, scenario }: { readonly region?: Region; readonly scenario?: string },
): CheckResult {
  const faultOwner = judgement.verdict.kind === "checker-error" ? "checker" : check.fault;
  return {
    checkId: check.id,
    checkVersion: check.version,
    faultOwner,
    region,
    scenario,
    ...judgement,
  };
}

/** A check that could not be asked, through a fault of ours. */
export function notJudged(checkId: string, reason: string): CheckResult {
  return {
    checkId,
    checkVersion: 0,
    faultOwner: "checker",
    fault: { rule: "checker.not-asked", facts: [reason] },
    region: undefined,
    scenario: undefined,
    ...checkerError(reason),
  };
}

function scenarioIdOf(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(0, colon);
}
