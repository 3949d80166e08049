import { regions, type Exchange, type Region } from "@slipway/exchange";

import { bodyJson, memberAt } from "../evidence/body-json.ts";
import type { Offence } from "./offence.ts";
import type { RunValues } from "./run-values.ts";
import type { TenantCall } from "./tenant-call.ts";

/**
 * Values that are the same in both tenants, which differ in them: user names, status ids. A few statuses are the same everywhere;
 * an id that one of the tenants refused is none of those.
 */
export function equalOffences(calls: readonly TenantCall[]): readonly Offence[] {
  const own = calls.filter(({ isAttributed }) => isAttributed);
  return [
    ...equal(own, userOf, {
      what: "user name",
      where: "request.headers.Authorization",
      toDo: "Use the credentials that were issued for the customer of the order.",
    }),
    ...equal(own, writtenStatus, {
      what: "status id",
      where: "request.body.status",
      toDo: "Read the ids of a customer's statuses from that customer's ATS: each has its own.",
    }).filter(({ calls: both }) => both.some(isRefused)),
  ];
}

/** Ids that a partner gives to the packages of both customers; a catalogue for all may be meant so. */
export function samePackageIds(values: Readonly<Record<Region, RunValues>>): readonly string[] {
  return [...values.a.packageIds].filter((id) => values.b.packageIds.has(id));
}

interface Sameness {
  readonly what: string;
  readonly where: string;
  readonly toDo: string;
}

function equal(
  calls: readonly TenantCall[],
  read: (call: Exchange) => string | undefined,
  { what, where, toDo }: Sameness,
): readonly Offence[] {
  const [inA, inB] = regions.map((region) =>
    Map.groupBy(
      calls.filter((one) => one.region === region),
      ({ call }) => read(call),
    ),
  );
  return [...(inA?.keys() ?? [])].flatMap((value) => {
    if (value === undefined || !inB?.has(value)) return [];
    const both = [inA, inB].flatMap((one) => one?.get(value) ?? []).map(({ call }) => call);
    const finding = {
      expected: `a ${what} of its own for each customer`,
      arrived: `"${value}" in the calls of both`,
      where,
      toDo,
    };
    return [{ region: undefined, finding, calls: both, isCertain: true }];
  });
}

function isRefused({ answer }: Exchange): boolean {
  return answer.kind === "answered" && answer.status >= 400;
}

function userOf({ actor }: Exchange): string | undefined {
  return actor.kind === "api-user" ? actor.username : undefined;
}

function writtenStatus(call: Exchange): string | undefined {
  const writesStatus = call.access.some(
    ({ noun, field, how }) =>
      noun === "applicantworkflows" &&
      field === "status" &&
      (how === "written" || how === "write-refused"),
  );
  if (!writesStatus) return undefined;
  const body = bodyJson(call.request.body);
  const id = memberAt(body, ["status", "id"]) ?? memberAt(body, ["status"]);
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}
