import type { FieldUseOfCall } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

/** Uses by field, for findings: `person.birthdate (3 calls), person.gender (1 call)`. A child that its collection names already is left out. */
export function listedUses(uses: readonly FieldUseOfCall[]): string {
  const calls = Map.groupBy(uses, ({ key }) => key);
  return [...calls]
    .filter(([key]) => !calls.has(key.slice(0, key.lastIndexOf("."))))
    .map(([key, own]) => `${key} (${countText(callsOf(own).length)})`)
    .join(", ");
}

/** The calls behind these uses, once each. */
export function callsOf(uses: readonly FieldUseOfCall[]): readonly Exchange[] {
  return [...new Set(uses.map(({ call }) => call))];
}

function countText(count: number): string {
  return count === 1 ? "1 call" : `${count} calls`;
}
