import type { RunEvidence } from "@slipway/conformance";
import type { Region } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import { isObject } from "../evidence/body-json.ts";

/** What a run used in one tenant, and nobody else did. */
export interface RunValues {
  /** `people/123`, `jobs/4`, `applicantworkflows/501` of the run's candidates. */
  readonly profiles: ReadonlySet<string>;
  readonly orderIds: ReadonlySet<string>;
  readonly packageIds: ReadonlySet<string>;
  readonly packageNames: ReadonlySet<string>;
}

const nouns = { personId: "people", jobId: "jobs", workflowId: "applicantworkflows" } as const;

/** Collects them from what the steps of this tenant established. */
export function runValues({ cases }: RunEvidence, region: Region): RunValues {
  const facts = cases
    .filter((one) => one.region === region)
    .flatMap(({ steps }) => Object.values(steps))
    .flatMap((step) => (step.facts === undefined ? [] : [step.facts]));
  const packages = facts.flatMap(packagesIn);
  return {
    profiles: new Set(facts.flatMap(profilesIn)),
    orderIds: new Set(facts.flatMap(({ orderId }) => textIn(orderId))),
    packageIds: new Set(packages.flatMap(({ packageId }) => textIn(packageId))),
    packageNames: new Set(packages.flatMap(({ name }) => textIn(name))),
  };
}

function profilesIn(facts: JsonObject): readonly string[] {
  return Object.entries(nouns).flatMap(([member, noun]) =>
    typeof facts[member] === "number" ? [`${noun}/${facts[member]}`] : [],
  );
}

function packagesIn({ packages }: JsonObject): readonly JsonObject[] {
  return Array.isArray(packages) ? packages.filter(isObject) : [];
}

function textIn(value: unknown): readonly string[] {
  return typeof value === "string" ? [value] : [];
}
