import type { Queries } from "@slipway/database";

import { listVersions, loadStanding } from "../lifecycle/lifecycle.store.ts";
import type { Standing } from "../lifecycle/standing-state.ts";
import type { AffectedIntegration, FeatureRelease, ReleaseAudience } from "./feature-release.ts";
import { listTold, loadRelease } from "./release.store.ts";

/** Whom a release would concern, if it were published now; of a published one whom it was told to. */
export async function audienceOf(queries: Queries, releaseId: string): Promise<ReleaseAudience> {
  const release = await loadRelease(queries, releaseId);
  return release.state === "draft"
    ? { state: release.state, affected: await affectedBy(queries, release) }
    : { state: release.state, told: await listTold(queries, release.id) };
}

/** Integrations of the framework with a designation of one of the types: what was validated was so before. By name. */
export async function affectedBy(
  queries: Queries,
  { framework, connectorTypes }: Pick<FeatureRelease, "framework" | "connectorTypes">,
): Promise<readonly AffectedIntegration[]> {
  const rows = await queries
    .selectFrom("integration")
    .select(["id", "name", "contact"])
    .where("framework", "=", framework)
    .orderBy("name")
    .execute();
  const affected: AffectedIntegration[] = [];
  for (const { id, name, contact } of rows) {
    const standing = await loadStanding(queries, id);
    const held = heldBy(standing);
    if (held === undefined || !connectorTypes.includes(held.as)) continue;
    affected.push({
      integrationId: id,
      name,
      standing: standing.kind,
      contact: contact ?? undefined,
      ...(await validatedVersion(queries, id, held)),
    });
  }
  return affected;
}

type Designated = Extract<Standing, { readonly as: unknown }>;

/** The designation that stands; a suspension holds calls, and takes none away. */
function heldBy(standing: Standing): Designated | undefined {
  const held = standing.kind === "suspended" ? standing.before : standing;
  return "as" in held ? held : undefined;
}

/** The newest version that is validated: one that is, and not designated yet, was validated before the release as well. */
async function validatedVersion(
  queries: Queries,
  integrationId: string,
  held: Designated,
): Promise<Pick<AffectedIntegration, "version" | "validatedAt">> {
  const approved = (await listVersions(queries, integrationId)).flatMap(({ number, state }) =>
    state.kind === "approved" ? [{ version: number, validatedAt: new Date(state.approvedAt) }] : [],
  );
  return approved.at(-1) ?? { version: held.version, validatedAt: new Date(held.since) };
}
