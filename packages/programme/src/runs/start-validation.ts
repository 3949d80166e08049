import {
  activeRunOf,
  loadRun,
  packOf,
  planPart,
  RunActiveProblem,
  startRun,
  type Framework,
  type Run,
  type RunSelection,
  type TenantFacts,
} from "@slipway/conformance";
import {
  fieldsOf,
  labelOf,
  profileNouns,
  schemaName,
  filterPrefix,
  type Tenant,
} from "@slipway/ats-model";
import type { JsonObject } from "@slipway/foundation";

import { loadIntegration } from "../integrations/integration.store.ts";
import { FrameworkUnknownProblem } from "../integrations/integration.problems.ts";
import { loadDeclaration } from "../partner/save-partner-setup.ts";
import { runPreflight } from "../preflight/run-preflight.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { loadSandbox } from "../sandboxes/sandbox.store.ts";
import { PreflightRedProblem } from "./run-start.problems.ts";

/** What of a pack a run is asked to cover, as it was typed. */
export type StartSelection = { readonly only: readonly string[] } | { readonly failedOf: string };

export interface StartValidation {
  readonly sandboxId: string;
  readonly packVersion?: string;
  /** Left out: the whole pack. */
  readonly selection?: StartSelection;
}

/**
 * Starts a run of a sandbox after a green preflight. Under the framework's newest released pack unless another is named; what
 * has failed in an earlier run is repeated under that run's.
 */
export async function startValidation(parts: ProgrammeParts, input: StartValidation): Promise<Run> {
  const { database } = parts;
  const sandbox = await loadSandbox(database.queries, input.sandboxId);
  const active = await activeRunOf(database.queries, sandbox.id);
  if (active !== undefined) throw new RunActiveProblem(active);
  const declaration = await loadDeclaration(database.queries, sandbox.id);
  const integration = await loadIntegration(database.queries, sandbox.integrationId);
  const framework = frameworkOf(parts, integration.framework);
  const selection = await selectionOf(parts, input.selection);
  const pack = packOf(
    framework,
    input.packVersion ?? selection?.packVersion ?? newestPack(framework),
  );
  // What is wrong with it is told before the partner is called.
  const part =
    selection === undefined
      ? undefined
      : await planPart({ ...parts, framework, pack, sandboxId: sandbox.id, ...selection });
  const preflight = await runPreflight(parts, sandbox.id);
  if (!preflight.green) throw new PreflightRedProblem(preflight);
  return startRun({
    ...parts,
    framework,
    sandboxId: sandbox.id,
    packVersion: pack.version,
    ...(part === undefined ? {} : { part }),
    declaration,
    tenants: {
      a: factsOf(await tenantOf(parts, sandbox.tenants.a.customerId)),
      b: factsOf(await tenantOf(parts, sandbox.tenants.b.customerId)),
    },
    // A report is plain data: every member is JSON.
    preflight: preflight as unknown as JsonObject,
  });
}

async function selectionOf(
  { database }: ProgrammeParts,
  asked: StartSelection | undefined,
): Promise<{ readonly selection: RunSelection; readonly packVersion?: string } | undefined> {
  if (asked === undefined) return undefined;
  if ("only" in asked) return { selection: { kind: "only", ids: asked.only } };
  const { id: runId, packVersion } = await loadRun(database.queries, asked.failedOf);
  return { selection: { kind: "failed-of", runId }, packVersion };
}

/** The framework of this id; fails with `FRAMEWORK-UNKNOWN`. */
export function frameworkOf(
  { frameworks }: Pick<ProgrammeParts, "frameworks">,
  id: string,
): Framework {
  const framework = frameworks.get(id);
  if (framework === undefined) throw new FrameworkUnknownProblem(id, [...frameworks.keys()]);
  return framework;
}

/** Drafts are named so in their version and bind nobody until they are released. */
export function newestPack(framework: Framework): string {
  const released = framework.packs.filter(({ version }) => !version.includes("draft"));
  return (released.at(-1) ?? framework.packs.at(-1))?.version ?? "";
}

function factsOf(tenant: Tenant): TenantFacts {
  const labels = profileNouns.flatMap((noun) =>
    fieldsOf(noun, tenant).flatMap((field) => {
      const key = `${filterPrefix[noun]}.${field.id}`;
      const label = labelOf(tenant, `${schemaName[noun]}.${field.id}`);
      return label === undefined ? [] : [[key, label] as const];
    }),
  );
  return {
    customerId: tenant.customerId,
    publicBase: tenant.publicBase,
    labels: Object.fromEntries(labels),
  };
}
