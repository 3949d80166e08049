import { repeatabilityOf, type Design, type Repeatability } from "../design/design.ts";
import { flagDesign, type DesignFlag } from "../design/flag-design.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { RequirementSet } from "../requirements/requirement-set.ts";
import { loadRequirementSets } from "../requirements/requirement-set.store.ts";
import { sandboxReadiness, type SandboxReadiness } from "../sandboxes/sandbox-readiness.ts";
import type { Role } from "./actor.ts";
import { listVersions, loadStanding, type StoredVersion } from "./lifecycle.store.ts";
import { listReviewItems, type ReviewItem } from "./review-items.ts";
import type { Standing } from "./standing-state.ts";
import { standingTransitions } from "./standing-transitions.ts";
import type { Path, Transition } from "./transition.ts";
import type { VersionState } from "./version-state.ts";
import { versionTransitions } from "./version-transitions.ts";

/** What may happen next, and who may make it happen. */
export interface AllowedEvent {
  readonly event: string;
  readonly by: readonly Role[];
}

/** A version as it is shown: its design with what was found about it. */
export interface VersionView {
  readonly number: number;
  readonly state: VersionState;
  readonly design: Design | undefined;
  /** As it was when it was approved last. */
  readonly approvedDesign: Design | undefined;
  /** What it has to prove, as frozen with its latest approval; undefined before, and on the customer-specific path. */
  readonly requirements: RequirementSet | undefined;
  readonly flags: readonly DesignFlag[];
  readonly repeatability: Repeatability | undefined;
  readonly allowed: readonly AllowedEvent[];
  readonly createdAt: Date;
}

/** An integration's whole life as it stands. */
export interface LifecycleView {
  readonly integration: Integration;
  readonly standing: Standing;
  readonly allowed: readonly AllowedEvent[];
  /** The sandbox with what is still asked of its partner; undefined where there is none. */
  readonly sandbox: SandboxReadiness | undefined;
  readonly versions: readonly VersionView[];
  readonly items: readonly ReviewItem[];
}

/** Fails with `INTEGRATION-NOT-FOUND`. */
export async function viewLifecycle(
  { database: { queries } }: Pick<ProgrammeParts, "database">,
  integrationId: string,
): Promise<LifecycleView> {
  const integration = await loadIntegration(queries, integrationId);
  const standing = await loadStanding(queries, integration.id);
  const sets = await loadRequirementSets(queries, integration.id);
  const { path } = integration;
  return {
    integration,
    standing,
    allowed: allowedIn(standingTransitions, standing.kind, path),
    sandbox: await sandboxReadiness(queries, integration.id),
    versions: (await listVersions(queries, integration.id)).map((one) => ({
      ...versionView(one, path),
      requirements: sets.get(one.number),
    })),
    items: await listReviewItems(queries, integration.id),
  };
}

function versionView(version: StoredVersion, path: Path): Omit<VersionView, "requirements"> {
  const { number, state, design, approvedDesign, createdAt } = version;
  return {
    number,
    state,
    design,
    approvedDesign,
    createdAt,
    flags: design === undefined ? [] : flagDesign(design),
    repeatability: design === undefined ? undefined : repeatabilityOf(design),
    allowed: allowedIn(versionTransitions, state.kind, path),
  };
}

function allowedIn<State extends string, Event extends string>(
  table: readonly Transition<State, Event>[],
  state: State,
  path: Path,
): readonly AllowedEvent[] {
  const rows = table.filter((row) => row.from === state && (row.path ?? path) === path);
  return [...new Map(rows.map(({ on, by }) => [on, { event: on, by }])).values()];
}
