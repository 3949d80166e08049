import {
  notExercised,
  type Judgement,
  type RegionJudgement,
  type RunEvidence,
} from "@slipway/conformance";
import { regions, type Exchange, type Region } from "@slipway/exchange";

import { regionCalls } from "./region-calls.ts";

/** Judges the partner's calls of each tenant by themselves; a tenant that was never called is not exercised. */
export function eachRegion(
  evidence: RunEvidence,
  judge: (calls: readonly Exchange[], region: Region) => Judgement,
): readonly RegionJudgement[] {
  return regions.map((region) => {
    const calls = regionCalls(evidence, region);
    const judgement =
      calls.length === 0
        ? notExercised("The partner did not call the ATS for any order of this tenant.")
        : judge(calls, region);
    return { region, ...judgement };
  });
}
