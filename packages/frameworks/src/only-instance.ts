import type { ScenarioInstance } from "@slipway/conformance";

/** For scenarios that are played once in each tenant. */
export function onlyInstance(): readonly ScenarioInstance[] {
  return [{ name: "", parameters: {} }];
}
