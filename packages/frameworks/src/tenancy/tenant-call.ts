import type { RunEvidence } from "@slipway/conformance";
import { regions, type Exchange, type Region } from "@slipway/exchange";

import { byTime } from "../evidence/partner-calls.ts";
import { regionCalls } from "../evidence/region-calls.ts";

/** A call of the partner with the tenant whose credentials it carried. */
export interface TenantCall {
  readonly region: Region;
  readonly call: Exchange;
  /** Whether it belongs to a step of the run. */
  readonly isAttributed: boolean;
}

/** The partner's calls in both tenants, with those that fit no step: a hard-coded value is what makes them fit none. */
export function tenantCalls(evidence: RunEvidence): readonly TenantCall[] {
  return regions.flatMap((region) => {
    const strays = evidence.unattributed[region].filter(
      ({ direction, actor }) => direction === "to-ats" && actor.kind === "api-user",
    );
    return [
      ...regionCalls(evidence, region).map((call) => ({ region, call, isAttributed: true })),
      ...strays.toSorted(byTime).map((call) => ({ region, call, isAttributed: false })),
    ];
  });
}

/** The tenant that is not this one. */
export function otherRegion(region: Region): Region {
  return region === "a" ? "b" : "a";
}

/** The customer and the profile of a call's path; undefined where it has none. */
export function pathParts({ request }: Exchange): {
  readonly customer: string | undefined;
  readonly profile: string | undefined;
} {
  const [, customer, profile] = /\/customers\/([^/]+)(?:\/(\w+\/\d+))?/u.exec(request.path) ?? [];
  return { customer, profile };
}
