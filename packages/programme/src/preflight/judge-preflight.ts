import { judgeAccepted, judgeAtsCredential, judgeRefused } from "./judge-authentication.ts";
import { judgeClockSkew } from "./judge-clock-skew.ts";
import { judgeEnablementSheet, judgePackageList } from "./judge-packages.ts";
import { judgeAddress, judgeTls } from "./judge-reach.ts";
import type { PreflightEvidence } from "./preflight-evidence.ts";
import type { PreflightItem, PreflightItemId, PreflightOutcome } from "./preflight-report.ts";

type Judge = (evidence: PreflightEvidence) => PreflightOutcome;

const judges: readonly (readonly [PreflightItemId, title: string, Judge])[] = [
  ["address", "The endpoint can be reached", judgeAddress],
  ["tls", "The connection is protected by TLS", judgeTls],
  ["clock-skew", "The partner's clock agrees with ours", judgeClockSkew],
  ["authentication-accepted", "The credentials on record are accepted", judgeAccepted],
  ["authentication-refused", "Wrong credentials are refused", judgeRefused],
  ["ats-credential", "The partner calls the ATS API with its credential", judgeAtsCredential],
  ["package-list", "The package list has an active package", judgePackageList],
  ["enablement-sheet", "The enablement sheet fits the tenant", judgeEnablementSheet],
];

/** Judges one tenant's evidence, always all items in the same order. Pure. */
export function judgePreflight(evidence: PreflightEvidence): readonly PreflightItem[] {
  return judges.map(([id, title, judge]) => ({
    id,
    region: evidence.region,
    title,
    outcome: judge(evidence),
  }));
}
