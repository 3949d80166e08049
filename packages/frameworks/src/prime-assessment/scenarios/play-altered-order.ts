import type { Stage } from "@slipway/conformance";

import { createCandidate, sendOrder, type FieldAlteration } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, playControl } from "./complete-order.ts";

const packageKey = "package";

/**
 * A control order that lacks nothing, then the same with the alteration, in step `order`. Without an accepted control the altered
 * order is not sent: its refusal would prove nothing.
 */
export async function playAlteredOrder(stage: Stage, alteration: FieldAlteration): Promise<void> {
  const chosen = await choosePackage(stage);
  if (chosen === undefined) return;
  const control = await playControl(stage, chosen.packageId);
  if (!isAccepted(control)) return;
  const candidate = await stage.step("candidate", createCandidate, ofProfiles(alteration));
  const packageId = alteration.without.includes(packageKey) ? null : chosen.packageId;
  await stage.step("order", sendOrder, {
    ...completeOrder(candidate, packageId),
    candidateAlteration: alteration,
  });
}

/** The part of an alteration that concerns profiles in the ATS: the package is of the order alone. */
function ofProfiles({ without, blank }: FieldAlteration): FieldAlteration {
  return {
    without: without.filter((key) => key !== packageKey),
    blank: Object.fromEntries(Object.entries(blank).filter(([key]) => key !== packageKey)),
  };
}
