import type { Tenant } from "@slipway/ats-model";
import type { Declaration } from "@slipway/conformance";
import { enqueueDelivery, wakeDeliveryWorkers } from "@slipway/event-delivery";
import { regions, type Region } from "@slipway/exchange";
import {
  frameworkRegistry,
  registeredFramework,
  type RegisteredFramework,
} from "@slipway/frameworks";

import { awaitDelivery } from "../deliveries/await-delivery.ts";
import { planCall } from "../deliveries/plan-call.ts";
import { keepPackages } from "../lists/keep-packages.ts";
import { loadEnablement, loadSavedDeclaration } from "../partner/save-partner-setup.ts";
import { PartnerSetupMissingProblem } from "../partner/partner-setup.problems.ts";
import { FrameworkUnknownProblem } from "../integrations/integration.problems.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { loadSandbox } from "../sandboxes/sandbox.store.ts";
import { keepPreflight } from "./keep-preflight.ts";
import { packagesIn } from "./judge-packages.ts";
import { judgePreflight } from "./judge-preflight.ts";
import { loadAtsCalls } from "./load-ats-calls.ts";
import type { PreflightItem, PreflightReport } from "./preflight-report.ts";
import { probeOf, type Probe } from "./probe.ts";

/**
 * Looks for faults of configuration in both tenants, before anything is judged. The packages that the partner offers are kept,
 * so that recruiters can order them.
 */
export async function runPreflight(
  parts: ProgrammeParts,
  sandboxId: string,
): Promise<PreflightReport> {
  const sandbox = await loadSandbox(parts.database.queries, sandboxId);
  const { declaration, savedAt } = await loadSavedDeclaration(parts.database.queries, sandbox.id);
  const { framework } = await loadIntegration(parts.database.queries, sandbox.integrationId);
  const items = await Promise.all(
    regions.map(async (region) =>
      preflightRegion(parts, region, {
        customerId: sandbox.tenants[region].customerId,
        declaration,
        framework,
      }),
    ),
  );
  const all = items.flat();
  const green = all.every(({ outcome }) => outcome.kind !== "red");
  await keepPreflight(parts.database.queries, {
    sandboxId: sandbox.id,
    setupAt: savedAt,
    isGreen: green,
    at: parts.clocks.installation.now(),
  });
  return { green, items: all };
}

async function preflightRegion(
  parts: ProgrammeParts,
  region: Region,
  { customerId, declaration, framework }: PreflightSubject,
): Promise<readonly PreflightItem[]> {
  const tenant = await tenantOf(parts, customerId);
  const connection = await parts.connections.loadConnection(tenant.sandboxId, region);
  if (connection === undefined) throw new PartnerSetupMissingProblem(tenant.sandboxId);
  const [withCredentials, withWrongCredentials] = await Promise.all([
    probe(parts, tenant, { framework, credentials: "configured" }),
    probe(parts, tenant, { framework, credentials: "wrong" }),
  ]);
  const offers = registeredOf(framework).offers;
  const packages = offers === "package-list" ? packagesIn(withCredentials) : undefined;
  if (packages !== undefined) await keepPackages(parts, tenant, packages);
  return judgePreflight({
    region,
    customerId,
    endpoint: connection.endpoint,
    method: connection.authentication.scheme,
    offers,
    enablement: await loadEnablement(parts.database.queries, tenant.sandboxId, region),
    declaration,
    withCredentials,
    withWrongCredentials,
    atsCalls: await loadAtsCalls(parts.database, customerId),
  });
}

interface PreflightSubject {
  readonly customerId: string;
  readonly declaration: Declaration;
  readonly framework: string;
}

async function probe(
  parts: ProgrammeParts,
  tenant: Tenant,
  {
    framework,
    credentials,
  }: { readonly framework: string; readonly credentials: "configured" | "wrong" },
): Promise<Probe> {
  const { customerId } = tenant;
  const row = await planCall(parts, tenant, {
    kind: "probe",
    request: { ...registeredOf(framework).probe(customerId), credentials },
  });
  const { id } = await enqueueDelivery(parts.database.queries, row);
  wakeDeliveryWorkers(parts.database.notifications);
  return probeOf(await awaitDelivery(parts, customerId, id));
}

function registeredOf(framework: string): RegisteredFramework {
  const registered = registeredFramework(framework);
  if (registered !== undefined) return registered;
  throw new FrameworkUnknownProblem(
    framework,
    frameworkRegistry.map(({ framework: known }) => known.id),
  );
}
