import type { ConnectorType } from "../integrations/integration.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import { requireRole } from "../lifecycle/require-role.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { frameworkOf } from "../runs/start-validation.ts";
import type { FeatureRelease } from "./feature-release.ts";
import { ReleaseTypesProblem } from "./release.problems.ts";
import { insertRelease, loadRelease } from "./release.store.ts";

/** What a release is drafted with. */
export interface DraftRelease {
  readonly title: string;
  readonly whatItIs: string;
  readonly notes: string;
  readonly isMandatory: boolean;
  readonly framework: string;
  readonly connectorTypes: readonly ConnectorType[];
  readonly actor: Actor;
}

/** Writes down a release that nobody hears of before it is published. */
export async function draftRelease(
  parts: Pick<ProgrammeParts, "database" | "clocks" | "ids" | "frameworks">,
  { actor, ...draft }: DraftRelease,
): Promise<FeatureRelease> {
  requireRole(actor, {
    roles: ["programme-owner"],
    organisation: programmeOrganisation,
    deed: "draft a release",
  });
  frameworkOf(parts, draft.framework);
  if (draft.isMandatory && draft.connectorTypes.includes("standard"))
    throw new ReleaseTypesProblem(draft.connectorTypes);
  const id = parts.ids.uuid();
  await insertRelease(parts.database.queries, {
    ...draft,
    id,
    draftedBy: actor,
    draftedAt: parts.clocks.installation.now(),
  });
  return loadRelease(parts.database.queries, id);
}
