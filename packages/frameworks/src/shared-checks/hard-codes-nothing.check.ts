import {
  fail,
  notExercised,
  pass,
  warn,
  type JudgeContext,
  type RegionJudgement,
  type RunCheck,
  type RunEvidence,
} from "@slipway/conformance";
import { regions } from "@slipway/exchange";

import { regionCalls } from "../evidence/region-calls.ts";
import { addressOffences } from "../tenancy/address-offences.ts";
import { equalOffences, samePackageIds } from "../tenancy/equal-offences.ts";
import type { Offence } from "../tenancy/offence.ts";
import { runValues } from "../tenancy/run-values.ts";
import { tenantCalls } from "../tenancy/tenant-call.ts";
import { valueOffences } from "../tenancy/value-offences.ts";

/** The same scenarios run in two tenants that differ in everything customers differ in; what stays the same is hard-coded. */
export const hardCodesNothing: RunCheck = {
  id: "tenants.hard-codes-nothing",
  version: 1,
  title: "Takes every value that differs between customers from the customer concerned",
  fault: "partner",
  scope: "run",
  judge: (evidence, context) => {
    const offences = findOffences(evidence, context);
    if (offences.length > 0) return firstOfEach(offences).map(judgementOf);
    const calls = regions.map((region) => regionCalls(evidence, region));
    return calls.some((own) => own.length === 0)
      ? [notExercised("There are no calls of the partner in both tenants to compare.")]
      : [pass(...calls.flat())];
  },
};

function findOffences(evidence: RunEvidence, { tenants }: JudgeContext): readonly Offence[] {
  const calls = tenantCalls(evidence);
  const values = { a: runValues(evidence, "a"), b: runValues(evidence, "b") };
  const samePackages = samePackageIds(values);
  return [
    ...addressOffences(calls, tenants, values),
    ...valueOffences(calls, tenants, values),
    ...equalOffences(calls),
    ...(samePackages.length === 0 ? [] : [packageOffence(samePackages)]),
  ];
}

/** One finding per place and tenant: the other calls have the same cause. */
function firstOfEach(offences: readonly Offence[]): readonly Offence[] {
  const byPlace = Map.groupBy(
    offences,
    ({ region, finding, isCertain }) => `${region} ${finding.where} ${isCertain}`,
  );
  return [...byPlace.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...first, calls: [...first.calls, ...rest.flatMap(({ calls }) => calls)] }],
  );
}

function judgementOf({ region, finding, calls, isCertain }: Offence): RegionJudgement {
  const judgement = isCertain ? fail(finding, ...calls) : warn(finding, ...calls);
  return region === undefined ? judgement : { region, ...judgement };
}

function packageOffence(ids: readonly string[]): Offence {
  return {
    region: undefined,
    finding: {
      expected: "package ids of its own for each customer",
      arrived: `${ids.join(", ")} in the package lists of both`,
      where: "answer.body.packages",
      toDo: "Nothing, if all your customers share one catalogue; otherwise list the packages of the customerId in the query.",
    },
    calls: [],
    isCertain: false,
  };
}
