import type { JudgeContext, TenantFacts } from "@slipway/conformance";
import type { Exchange, Region } from "@slipway/exchange";
import type { Json } from "@slipway/foundation";

import { bodyJson } from "../evidence/body-json.ts";
import type { Offence } from "./offence.ts";
import type { RunValues } from "./run-values.ts";
import { otherRegion, type TenantCall } from "./tenant-call.ts";

interface ForeignValue {
  readonly value: string;
  readonly what: string;
  readonly where: string;
}

/** Calls that carry in query or body what belongs to the other tenant: its address, customer, orders or packages. */
export function valueOffences(
  calls: readonly TenantCall[],
  tenants: JudgeContext["tenants"],
  values: Readonly<Record<Region, RunValues>>,
): readonly Offence[] {
  return calls.flatMap(({ region, call, isAttributed }) => {
    const other = otherRegion(region);
    const isForeign = foreignTo(
      { ...tenants[other], hasOwnBase: tenants[other].publicBase !== tenants[region].publicBase },
      values[other],
      values[region],
    );
    const found = textsOf(call).flatMap(({ text, where }): readonly ForeignValue[] => {
      const what = isForeign(text);
      return what === undefined ? [] : [{ value: text, what, where }];
    });
    const [first] = found;
    if (first === undefined) return [];
    const finding = {
      expected: `values of customer ${tenants[region].customerId} in its calls`,
      arrived: found
        .map(({ what, value }) => `${what} of customer ${tenants[other].customerId}: "${value}"`)
        .join("; "),
      where: first.where,
      toDo: "Take the value from the order, or from what you keep by customerId; the same one for all customers is right for none but one.",
    };
    return [{ region, finding, calls: [call], isCertain: isAttributed }];
  });
}

/** Tells what of the other tenant a text is; undefined when it is nothing of it, or this tenant has the same. */
function foreignTo(
  { customerId, publicBase, hasOwnBase }: TenantFacts & { readonly hasOwnBase: boolean },
  theirs: RunValues,
  own: RunValues,
): (text: string) => string | undefined {
  return (text) => {
    if (hasOwnBase && text.startsWith(publicBase)) return "the address";
    if (text.includes(`/customers/${customerId}/`)) return "a link";
    if (theirs.orderIds.has(text) && !own.orderIds.has(text)) return "an order";
    if (theirs.packageIds.has(text) && !own.packageIds.has(text)) return "a packageId";
    if (theirs.packageNames.has(text) && !own.packageNames.has(text)) return "a package";
    return undefined;
  };
}

function textsOf({
  request,
}: Exchange): readonly { readonly text: string; readonly where: string }[] {
  const query = [...new URLSearchParams(request.query).values()];
  return [
    ...query.map((text) => ({ text, where: "request.query" })),
    ...leaves(bodyJson(request.body), "request.body"),
  ];
}

function leaves(
  value: Json | undefined,
  where: string,
): readonly { readonly text: string; readonly where: string }[] {
  if (typeof value === "string") return [{ text: value, where }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => leaves(member, `${where}.${name}`));
}
