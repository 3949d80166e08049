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
    const { profile } = pathParts(one.call);
    const isOfRun =
      profile !== undefined && (values.a.profiles.has(profile) || values.b.profiles.has(profile));
    const finding = { ...mixture, toDo };
    return [
      { region: one.region, finding, calls: [one.call], isCertain: one.isAttributed || isOfRun },
    ];
  });
}

interface Mixture {
  readonly expected: string;
  readonly arrived: string;
  readonly where: string;
}

function mixtureOf(
  { region, call, isAttributed }: TenantCall,
  tenants: Tenants,
  values: Values,
): Mixture | undefined {
  const own = tenants[region];
  const other = tenants[otherRegion(region)];
  const { customer, profile } = pathParts(call);
  if (hostOf(call) === new URL(other.publicBase).host && other.publicBase !== own.publicBase)
    return {
      expected: `calls for customer ${own.customerId} at ${own.publicBase}`,
      arrived: `${call.request.method} ${call.request.path} at ${other.publicBase}, the address of customer ${other.customerId}`,
      where: "request.headers.Host",
    };
  if (customer !== undefined && customer !== own.customerId)
    return {
      expected: `customer ${own.customerId} in the path of a call with its credentials`,
      arrived: `${call.request.method} ${call.request.path}`,
      where: "request.path",
    };
  const isForeign =
    !isAttributed &&
    profile !== undefined &&
    values[otherRegion(region)].profiles.has(profile) &&
    !values[region].profiles.has(profile);
  return isForeign
    ? {
        expected: `${profile} of an order of customer ${other.customerId} asked for at that customer`,
        arrived: `${call.request.method} ${call.request.path} with the credentials of customer ${own.customerId}`,
        where: "request.path",
      }
    : undefined;
}

function hostOf({ request }: Exchange): string | undefined {
  return request.headers.find(([name]) => name.toLowerCase() === "host")?.[1];
}
