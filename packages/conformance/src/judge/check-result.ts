import type { Region } from "@slipway/exchange";

import type { FaultOwner } from "../check.ts";
import type { Judgement } from "../verdict.ts";
import type { FaultDecision } from "./fault/fault-decision.ts";

/** What one check concluded about one case, or about the run. */
export interface CheckResult extends Judgement {
  readonly checkId: string;
  /** 0 where the check could not be asked. */
  readonly checkVersion: number;
  readonly faultOwner: FaultOwner;
  /** What decided whose fault it is; only on failures, warnings and checker-errors, and not in verdicts of before. */
  readonly fault?: FaultDecision;
  readonly region: Region | undefined;
  /** Scenario with its instance; undefined where the check judged the run as a whole. */
  readonly scenario: string | undefined;
}
