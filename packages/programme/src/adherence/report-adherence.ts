import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { requireRole } from "../lifecycle/require-role.ts";
import { loadExchange } from "../logs/read-log.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { AdherenceReport, AttachedExchange } from "./adherence-report.ts";
import { insertAdherenceReport, loadAdherenceReport } from "./adherence.store.ts";

export interface ReportAdherence {
  readonly integrationId: string;
  readonly observation: string;
  /** Has to be on record. */
  readonly exchange?: AttachedExchange;
  readonly actor: Actor;
}

/** Puts on record what a customer saw; fails with `EXCHANGE-NOT-FOUND` for an exchange that was never recorded. */
export async function reportAdherence(
  parts: ProgrammeParts,
  { integrationId, observation, exchange, actor }: ReportAdherence,
): Promise<AdherenceReport> {
  requireRole(actor, {
    roles: ["customer-admin"],
    deed: "report that an integration does not adhere",
  });
  const { database } = parts;
  const integration = await loadIntegration(database.queries, integrationId);
  if (exchange !== undefined) await loadExchange(parts, exchange.customerId, exchange.exchangeId);
  const id = parts.ids.uuid();
  const at = parts.clocks.installation.now();
  await database.transaction(async (tx) => {
    await insertAdherenceReport(tx, {
      id,
      integrationId: integration.id,
      observation,
      exchange,
      reportedBy: actor,
      reportedAt: at,
    });
    await appendHistory(tx, {
      integrationId: integration.id,
      version: null,
      at,
      actor,
      event: "report-adherence",
      reason: observation,
      before: null,
      after: { id, state: "open", ...exchange },
    });
  });
  return loadAdherenceReport(database.queries, id);
}
