import { regions, type Region } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { RunCase } from "../runs/run-case.ts";
import type { Run } from "../runs/run.ts";
import type { Scenario } from "../scenario.ts";
import { UndrivableRunError } from "./undrivable-run-error.ts";

/** One scenario instance to be driven in one tenant. */
export interface CasePlan extends CaseToJudge {
  readonly scenario: Scenario;
}

/** The same without what plays it, which a later version may have no more. */
export interface CaseToJudge {
  readonly region: Region;
  /** Scenario id with its instance, as `uc3.missing-field:person.email`. */
  readonly name: string;
  readonly parameters: JsonObject;
}

/** What the cases of a run follow from. */
type Plan = Pick<Run, "declaration" | "settings" | "part" | "cases">;

/**
 * Every case of a run in the order in which it is driven: scenario by scenario, both tenants side by side. Those that were
 * settled when it started, or what its part of the pack comes to. Fails with an UndrivableRunError where the framework lacks a
 * scenario.
 */
export function planCases(
  framework: Framework,
  pack: RequirementPack,
  plan: Plan,
): readonly CasePlan[] {
  const cases = plan.cases ?? settleCases(framework, pack, plan);
  return inBothTenants(cases).map(({ scenario, ...one }) => ({
    ...one,
    scenario: scenarioOf(framework, scenario),
  }));
}

/** What is to be judged of a run: also where the framework has a scenario no more that was driven. */
export function casesToJudge(
  framework: Framework,
  pack: RequirementPack,
  plan: Plan,
): readonly CaseToJudge[] {
  return inBothTenants(plan.cases ?? settleCases(framework, pack, plan));
}

function inBothTenants(
  cases: readonly RunCase[],
): readonly (RunCase & { readonly region: Region })[] {
  return cases.flatMap((one) => regions.map((region) => ({ region, ...one })));
}

/** The cases that the scenarios come to as they are today. */
export function settleCases(
  framework: Framework,
  pack: RequirementPack,
  plan: Plan,
): readonly RunCase[] {
  return pack.scenarios
    .filter((id) => plan.part === undefined || plan.part.scenarios.includes(id))
    .map((id) => scenarioOf(framework, id))
    .flatMap((scenario) =>
      scenario.instances(plan).map(({ name, parameters }) => ({
        scenario: scenario.id,
        name: name === "" ? scenario.id : `${scenario.id}:${name}`,
        parameters,
      })),
    );
}

function scenarioOf(framework: Framework, id: string): Scenario {
  const scenario = framework.scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined)
    throw new UndrivableRunError(
      `Expected framework ${framework.id} to have scenario ${id}, found that this version has none.`,
    );
  return scenario;
}
