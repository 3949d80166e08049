import type { CaseEvidence } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

/** What the partner called in the ATS during a case, oldest first. */
export function partnerCalls({ steps }: CaseEvidence): readonly Exchange[] {
  return Object.values(steps)
    .flatMap(({ exchanges }) => exchanges)
    .filter(({ direction }) => direction === "to-ats")
    .toSorted(byTime);
}

/** Older first; exchange ids are ordered by time as well and settle a draw. */
export function byTime(one: Exchange, other: Exchange): number {
  const apartMs = one.at.getTime() - other.at.getTime();
  if (apartMs !== 0) return apartMs;
  return one.id < other.id ? -1 : 1;
}
