export type {
  CaseCheck,
  CaseEvidence,
  Check,
  Declaration,
  FaultOwner,
  JudgeContext,
  ManifestEntry,
  PackSettings,
  RegionJudgement,
  RunCheck,
  RunEvidence,
  StepEvidence,
  TenantFacts,
} from "./check.ts";
export { createRunEngine, runChannel, type RunEngine } from "./drive/run-engine.ts";
export type { RunEngineOptions } from "./drive/run-engine-options.ts";
export type { StepOutcome, StepRow } from "./drive/step-row.ts";
export { loadSteps, loadWaitingSteps } from "./drive/step.store.ts";
export { packOf, type Framework } from "./framework.ts";
export type { ExchangeSource, NewestExchanges } from "./grade/exchange-source.ts";
export { gradeRun, type GradeOptions } from "./grade/grade-run.ts";
export { loadGradings, type GradingHead } from "./grade/load-gradings.ts";
export type { Grading } from "./grade/write-grading.ts";
export type { DraftFinding } from "./impact/draft-finding.ts";
export { DraftUnreadableProblem } from "./impact/draft.problems.ts";
export {
  changeKinds,
  type ChangeKind,
  type ImpactScope,
  type ImpactSummary,
  type RequirementChange,
  type RequirementImpact,
  type RunImpact,
  type Standing,
} from "./impact/impact.ts";
export { openImpact, type Impact } from "./impact/open-impact.ts";
export { parseDraft, type ParsedDraft } from "./impact/parse-draft.ts";
export { printImpactCsv, printImpactJson } from "./impact/print-impact.ts";
export type { ChooseStep } from "./judge/attribute-exchanges.ts";
export { concludeRun, type RunConclusion } from "./judge/conclude-run.ts";
export { decideFault } from "./judge/fault/decide-fault.ts";
export {
  faultRuleIds,
  type FaultDecision,
  type FaultEvidence,
  type FaultRuleId,
  type FaultyResult,
} from "./judge/fault/fault-decision.ts";
export { faultRules, type FaultRule } from "./judge/fault/fault-rules.ts";
export type { CheckResult } from "./judge/check-result.ts";
export { judgeRun, type JudgeOptions } from "./judge/judge-run.ts";
export { rollUpRequirements, type RequirementResult } from "./judge/roll-up-verdicts.ts";
export {
  checkerError,
  fail,
  needsReview,
  notApplicable,
  notExercised,
  pass,
  warn,
} from "./judgements.ts";
export { covers, fieldUses, type FieldUseOfCall } from "./manifest/field-uses.ts";
export { loadManifest } from "./manifest/load-manifest.ts";
export type { FieldFinding, ObservedField } from "./manifest/observe-manifest.ts";
export { renderManifestCsv } from "./manifest/render-manifest.ts";
export type { Performer, Progress, StepPlace } from "./performer.ts";
export { escapeMarkup, html, type Markup } from "./report/markup.ts";
export { loadReport } from "./report/load-report.ts";
export { renderHtml } from "./report/render-html.ts";
export { renderJunit } from "./report/render-junit.ts";
export { conclusionSentences, verdictLabels } from "./report/verdict-words.ts";
export type {
  ReportedExchange,
  ReportedPart,
  ReportedRequirement,
  ReportedResult,
  RunReport,
} from "./report/run-report.ts";
export { packHash, type Requirement, type RequirementPack } from "./requirement-pack.ts";
export { cancelRun } from "./runs/cancel-run.ts";
export type { Run, RunEnding, RunState } from "./runs/run.ts";
export {
  GradingNotFoundProblem,
  PackChangedProblem,
  PackNotFoundProblem,
  RunActiveProblem,
  RunNotEndedProblem,
  RunNotFoundProblem,
} from "./runs/run.problems.ts";
export type { EndedRun, OnRunEnded } from "./runs/on-run-ended.ts";
export { planPart, type PlanPartOptions } from "./runs/plan-part.ts";
export type { RunCase } from "./runs/run-case.ts";
export type { RunPart, RunSelection } from "./runs/run-part.ts";
export {
  NothingFailedProblem,
  RunOfOtherSandboxProblem,
  SelectionUnknownProblem,
} from "./runs/selection.problems.ts";
export { activeRunOf, loadRun, loadRunsOf } from "./runs/run.store.ts";
export { startRun, type StartRunOptions } from "./runs/start-run.ts";
export {
  defineAction,
  type Action,
  type Scenario,
  type ScenarioInstance,
  type Stage,
  type StagePlan,
} from "./scenario.ts";
export type { Finding, Judgement, Verdict, VerdictKind } from "./verdict.ts";
