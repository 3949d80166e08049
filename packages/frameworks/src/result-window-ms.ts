import type { Declaration, PackSettings } from "@slipway/conformance";

/** How long a run waits for the result of an order, in milliseconds: nobody's hand is needed where test orders complete by themselves. */
export function resultWindowMs(
  { completesTestOrders }: Pick<Declaration, "completesTestOrders">,
  settings: PackSettings,
): number {
  return completesTestOrders ? settings.testCompletionWindowMs : settings.completionWindowMs;
}
