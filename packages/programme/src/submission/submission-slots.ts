import type { Integration } from "../integrations/integration.ts";
import type { StoredVersion } from "../lifecycle/lifecycle.store.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { frameworkOf, newestPack } from "../runs/start-validation.ts";
import { registeredFramework, slotsFor, type CollateralSlot } from "@slipway/frameworks";

import { CollateralSlotNotFoundProblem } from "./submission.problems.ts";

/** The slots of a version: those of its pack, before an approval names one those of the newest. */
export function slotsOf(
  parts: Pick<ProgrammeParts, "frameworks">,
  { framework }: Pick<Integration, "framework">,
  { state }: Pick<StoredVersion, "state">,
): readonly CollateralSlot[] {
  const packVersion =
    "packVersion" in state ? state.packVersion : newestPack(frameworkOf(parts, framework));
  return slotsFor(registeredFramework(framework)?.collateral ?? [], packVersion);
}

/** Fails with `COLLATERAL-SLOT-NOT-FOUND`; of the kinds that are asked for. */
export function slotNamed<Kind extends CollateralSlot["kind"]>(
  slots: readonly CollateralSlot[],
  id: string,
  kinds: readonly Kind[],
): Extract<CollateralSlot, { kind: Kind }> {
  const fitting = slots.filter((slot): slot is Extract<CollateralSlot, { kind: Kind }> =>
    (kinds as readonly string[]).includes(slot.kind),
  );
  const slot = fitting.find((one) => one.id === id);
  if (slot !== undefined) return slot;
  throw new CollateralSlotNotFoundProblem(
    id,
    fitting.map((one) => one.id),
  );
}
