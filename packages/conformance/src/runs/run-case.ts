import type { Json, JsonObject, JsonReader } from "@slipway/foundation";

/**
 * A case of a run as it was settled when the run started, for both tenants: what a later version of the scenario would play
 * does not change what this run drives, nor what is judged of it.
 */
export interface RunCase {
  /** Scenario id without its instance. */
  readonly scenario: string;
  /** Scenario id with its instance, as `uc3.missing-field:person.email`. */
  readonly name: string;
  readonly parameters: JsonObject;
}

/** Cases as they were stored with their run. */
export function parseRunCases(stored: JsonReader): readonly RunCase[] {
  return stored.list((one) => ({
    scenario: one.at("scenario").text(),
    name: one.at("name").text(),
    parameters: one.at("parameters").object(),
  }));
}

/** Cases as they are stored. */
export function runCasesJson(cases: readonly RunCase[]): Json {
  return cases.map(({ scenario, name, parameters }) => ({ scenario, name, parameters }));
}
