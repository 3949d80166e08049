import { enqueueDelivery, wakeDeliveryWorkers } from "@slipway/event-delivery";
import { regions, type Region } from "@slipway/exchange";

import { awaitDelivery } from "../deliveries/await-delivery.ts";
import type { EndedDelivery } from "../deliveries/ended-delivery.ts";
import { planCall } from "../deliveries/plan-call.ts";
import { loadDeclaration, loadEnablement } from "../partner/save-partner-setup.ts";
import { PartnerSetupMissingProblem } from "../partner/partner-setup.problems.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { loadSandbox } from "../sandboxes/sandbox.store.ts";
import { judgePreflight } from "./judge-preflight.ts";
import type { PreflightItem, PreflightReport } from "./preflight-report.ts";

/** Looks for faults of configuration in both tenants, before anything is judged. */
export async function runPreflight(
  parts: ProgrammeParts,
  sandboxId: string,
): Promise<PreflightReport> {
  const sandbox = await loadSandbox(parts.database.queries, sandboxId);
  await loadDeclaration(parts.database.queries, sandbox.id);
  const items = await Promise.all(
    regions.map(async (region) =>
      preflightRegion(parts, sandbox.tenants[region].customerId, region),
    ),
  );
  const all = items.flat();
  return { green: all.every(({ outcome }) => outcome.kind !== "red"), items: all };
}

async function preflightRegion(
  parts: ProgrammeParts,
  customerId: string,
  region: Region,
): Promise<readonly PreflightItem[]> {
  const tenant = await tenantOf(parts, customerId);
  const connection = await parts.connections.loadConnection(tenant.sandboxId, region);
  if (connection === undefined) throw new PartnerSetupMissingProblem(tenant.sandboxId);
  const [withCredentials, withWrongCredentials] = await Promise.all([
    askForPackages(parts, customerId, "configured"),
    askForPackages(parts, customerId, "wrong"),
  ]);
  return judgePreflight({
    region,
    customerId,
    endpoint: connection.endpoint,
    enablement: await loadEnablement(parts.database.queries, tenant.sandboxId, region),
    withCredentials,
    withWrongCredentials,
    atsCalls: await latestAtsCall(parts, customerId),
  });
}

async function askForPackages(
  parts: ProgrammeParts,
  customerId: string,
  credentials: "configured" | "wrong",
): Promise<EndedDelivery> {
  const tenant = await tenantOf(parts, customerId);
  const row = await planCall(parts, tenant, {
    kind: "probe",
    request: { method: "GET", path: "/packages", query: { customerId }, credentials },
  });
  const { id } = await enqueueDelivery(parts.database.queries, row);
  wakeDeliveryWorkers(parts.database.notifications);
  return awaitDelivery(parts, customerId, id);
}

async function latestAtsCall(
  parts: ProgrammeParts,
  customerId: string,
): Promise<"accepted" | "refused" | "none"> {
  const row = await parts.database.queries
    .selectFrom("exchange")
    .select("status")
    .where("customer_id", "=", customerId)
    .where("direction", "=", "to-ats")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return "none";
  return row.status === 401 ? "refused" : "accepted";
}
