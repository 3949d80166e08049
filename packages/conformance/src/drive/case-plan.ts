import { regions, type Region } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { Scenario, StagePlan } from "../scenario.ts";
import { UndrivableRunError } from "./undrivable-run-error.ts";

/** One scenario instance to be driven in one tenant. */
export interface CasePlan {
  readonly region: Region;
  readonly scenario: Scenario;
  /** Scenario id with its instance, as `uc3.missing-field:person.email`. */
  readonly name: string;
  readonly parameters: JsonObject;
}

/**
 * Every case of a run in the order in which it is driven: scenario by scenario, both tenants side by side. Fails with an
 * UndrivableRunError where the framework lacks a scenario that the pack asks for.
 */
export function planCases(
  framework: Framework,
  pack: RequirementPack,
  plan: StagePlan,
): readonly CasePlan[] {
  return pack.scenarios
    .map((id) => scenarioOf(framework, id))
    .flatMap((scenario) =>
      scenario.instances(plan).flatMap((instance) =>
        regions.map((region) => ({
          region,
          scenario,
          name: instance.name === "" ? scenario.id : `${scenario.id}:${instance.name}`,
          parameters: instance.parameters,
        })),
      ),
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
