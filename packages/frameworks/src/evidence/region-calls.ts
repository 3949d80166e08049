import type { RunEvidence } from "@slipway/conformance";
import type { Exchange, Region } from "@slipway/exchange";

import { byTime, partnerCalls } from "./partner-calls.ts";

/** Every call of the partner that belongs to a step of the run in this tenant, once, oldest first. */
export function regionCalls({ cases }: RunEvidence, region: Region): readonly Exchange[] {
  const calls = cases.filter((one) => one.region === region).flatMap(partnerCalls);
  return [...new Map(calls.map((call) => [call.id, call])).values()].toSorted(byTime);
}
