import type { JudgeContext } from "@slipway/conformance";
import type { Exchange, Region } from "@slipway/exchange";

import type { Offence } from "./offence.ts";
import type { RunValues } from "./run-values.ts";
import { otherRegion, pathParts, type TenantCall } from "./tenant-call.ts";

type Tenants = JudgeContext["tenants"];
type Values = Readonly<Record<Region, RunValues>>;

const toDo =
  "Take base address and customer from api.baseUrl and the links of each order, and the credentials by its customerId; keep none of them in code or in one setting for all customers.";

/** Calls that mix the tenants: address, customer, credentials and profile are not all of the same one. */
export function addressOffences(
  calls: readonly TenantCall[],
  tenants: Tenants,
  values: Values,
): readonly Offence[] {
  return calls.flatMap((one) => {
    const mixture = mixtureOf(one, tenants, values);
    if (mixture === undefined) return [];
    const { orderOf, ...found } = mixture;
    const { profile } = pathParts(one.call);
    const isOfRun = profile !== undefined && values[orderOf].profiles.has(profile);
    const isCertain = one.isAttributed || isOfRun;
    return [{ region: one.region, finding: { ...found, toDo }, calls: [one.call], isCertain }];
  });
}

interface Mixture {
  readonly expected: string;
  readonly arrived: string;
  readonly where: string;
  /** The tenant whose order was worked on, if the call is one of the run's. */
  readonly orderOf: Region;
}

function mixtureOf(
  { region, call, isAttributed }: TenantCall,
  tenants: Tenants,
  values: Values,
): Mixture | undefined {
  const own = tenants[region];
  const other = tenants[otherRegion(region)];
  const { customer, profile } = pathParts(call);
  const isAtOther =
    hostOf(call) === new URL(other.publicBase).host && other.publicBase !== own.publicBase;
  // Both tenants count their profiles from the same numbers: only one that this tenant does not have is surely the other's.
  const isOfOther =
    profile !== undefined &&
    values[otherRegion(region)].profiles.has(profile) &&
    !values[region].profiles.has(profile);
  if (isAtOther && customer === other.customerId && isOfOther)
    return {
      expected: `the credentials of customer ${other.customerId} on every call for it`,
      arrived: `${call.request.method} ${call.request.path} with the credentials of customer ${own.customerId}`,
      where: "request.headers.Authorization",
      orderOf: otherRegion(region),
    };
  if (isAtOther)
    return {
      expected: `calls for customer ${own.customerId} at ${own.publicBase}`,
      arrived: `${call.request.method} ${call.request.path} at ${other.publicBase}, the address of customer ${other.customerId}`,
      where: "request.headers.Host",
      orderOf: region,
    };
  if (customer !== undefined && customer !== own.customerId)
    return {
      expected: `customer ${own.customerId} in the path of a call with its credentials`,
      arrived: `${call.request.method} ${call.request.path}`,
      where: "request.path",
      orderOf: region,
    };
  return !isAttributed && isNotFound(call) && isOfOther
    ? {
        expected: `${profile} of an order of customer ${other.customerId} asked for at that customer`,
        arrived: `${call.request.method} ${call.request.path} with the credentials of customer ${own.customerId}`,
        where: "request.path",
        orderOf: otherRegion(region),
      }
    : undefined;
}

function isNotFound({ answer }: Exchange): boolean {
  return answer.kind === "answered" && answer.status === 404;
}

function hostOf({ request }: Exchange): string | undefined {
  return request.headers.find(([name]) => name.toLowerCase() === "host")?.[1];
}
