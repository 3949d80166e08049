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
export type { Framework } from "./framework.ts";
export {
  checkerError,
  fail,
  needsReview,
  notApplicable,
  notExercised,
  pass,
  warn,
} from "./judgements.ts";
export type { Performer, Progress, StepPlace } from "./performer.ts";
export { packHash, type Requirement, type RequirementPack } from "./requirement-pack.ts";
export {
  defineAction,
  type Action,
  type Scenario,
  type ScenarioInstance,
  type Stage,
  type StagePlan,
} from "./scenario.ts";
export type { Finding, Judgement, Verdict, VerdictKind } from "./verdict.ts";
