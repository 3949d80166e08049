import { packHash, packOf } from "@slipway/conformance";
import type { Transaction } from "@slipway/database";
import type { JsonObject } from "@slipway/foundation";
import { registeredFramework } from "@slipway/frameworks";

import type { Happened } from "../history/history.store.ts";
import type { Integration } from "../integrations/integration.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { requirementSetOf, type RequirementSet } from "../requirements/requirement-set.ts";
import { insertRequirementSet } from "../requirements/requirement-set.store.ts";
import { frameworkOf } from "../runs/start-validation.ts";
import { createPair, defaultSeed, type MadePair } from "../sandboxes/create-pair.ts";
import type { VersionHappening } from "./apply-version-event.ts";
import type { StoredVersion } from "./lifecycle.store.ts";

interface Approved {
  readonly integration: Integration;
  readonly version: StoredVersion;
  readonly happening: VersionHappening;
}

/**
 * What the approval of a design yields, in its transaction: the requirements that this version has to prove, and the sandbox pair
 * where there is none. Nobody can call it before its credentials are issued. Of a design on the customer-specific path nothing
 * follows. Gives what the history is to tell of it.
 */
export async function followApproval(
  tx: Transaction,
  parts: ProgrammeParts,
  approved: Approved,
): Promise<readonly Happened[]> {
  const { integration, version, happening } = approved;
  if (happening.event !== "approve-design" || version.state.kind !== "building") return [];
  const entry = {
    integrationId: integration.id,
    version: version.number,
    at: happening.at,
    actor: happening.actor,
    reason: happening.reason,
    before: null,
  };
  const content = frozenSet(parts, approved, version.state.packVersion);
  await insertRequirementSet(tx, {
    id: parts.ids.uuid(),
    integrationId: integration.id,
    version: version.number,
    frozenAt: happening.at,
    content,
  });
  const made = await createPair(parts, tx, { integration, seed: defaultSeed });
  return [
    // Requirement sets are plain data: every member is JSON.
    { ...entry, event: "freeze-requirements", after: content as unknown as JsonObject },
    ...(made === undefined ? [] : [{ ...entry, event: "open-sandbox", after: pairIn(made) }]),
  ];
}

function pairIn({ sandboxId, tenants: { a, b } }: MadePair): JsonObject {
  return { sandboxId, tenants: { a: a.customerId, b: b.customerId } };
}

function frozenSet(
  parts: ProgrammeParts,
  { integration: { framework: id, connectorType }, version: { approvedDesign } }: Approved,
  packVersion: string,
): RequirementSet {
  const pack = packOf(frameworkOf(parts, id), packVersion);
  return requirementSetOf({
    connectorType,
    pack,
    packHash: packHash(pack),
    features: registeredFramework(id)?.optionalFeatures ?? [],
    declared: approvedDesign?.optionalFeatures ?? [],
  });
}
