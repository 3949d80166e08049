import { setTimeout as sleep } from "node:timers/promises";

import { quantile } from "../spread.ts";
import type { Setting } from "../setting/open-setting.ts";

export interface DeliveryFigures {
  readonly events: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
}

const perSecond = 20;
const warmUpEvents = 40;
const countedEvents = 300;

/**
 * Recruiters move candidates through the platform API, 20 a second on a fixed schedule; a partner in another process answers
 * at once. From the commit of the event, as PostgreSQL stamped it, to the moment at which the partner had handed its 2xx to
 * the network: both by the clock of this machine.
 */
export async function measureDeliveries(setting: Setting): Promise<DeliveryFigures> {
  await connectPartner(setting);
  const moves = await plannedMoves(setting, warmUpEvents + countedEvents);
  const { customerId } = setting.platform.tenants.a;
  const startMs = performance.now();
  const deliveries = await Promise.all(
    moves.map(async ({ workflowId, status }, index) => {
      await sleep(Math.max(0, startMs + (index * 1000) / perSecond - performance.now()));
      const moved = await setting.platform.client.moveCandidate(customerId, workflowId, status);
      return moved.deliveryId ?? "";
    }),
  );
  const counted = deliveries.slice(warmUpEvents);
  const answeredAt = await journalOf(setting, counted);
  const committedAt = await commitTimes(setting, counted);
  const took = counted.map(
    (id) => (answeredAt[id] ?? Number.NaN) - (committedAt.get(id) ?? Number.NaN),
  );
  if (took.some(Number.isNaN))
    throw new Error("Expected a commit and an answer of every event, found some without");
  return {
    events: took.length,
    p50Ms: quantile(took, 0.5),
    p99Ms: quantile(took, 0.99),
    mostMs: Math.max(...took),
  };
}

async function connectPartner({ platform, peers }: Setting): Promise<void> {
  const connectionOf = (region: "a" | "b"): object => ({
    endpoint: peers.partner.ready.address,
    authentication: { method: "basic", username: "bench", password: "bench-password" },
    enablement: {
      customerId: platform.tenants[region].customerId,
      authenticationMethod: "basic",
      ipAddresses: ["127.0.0.1"],
      packageIds: [],
      optionalFeatures: [],
    },
  });
  const setup = {
    connections: { a: connectionOf("a"), b: connectionOf("b") },
    declaration: { completesTestOrders: false, supportsCancel: false, manifest: [], wordings: {} },
  };
  // Built here from the same fields that the type names.
  type Setup = Parameters<typeof platform.client.savePartnerSetup>[1];
  await platform.client.savePartnerSetup(platform.sandboxId, setup as unknown as Setup);
}

async function plannedMoves(
  { platform, platformData }: Setting,
  count: number,
): Promise<readonly { readonly workflowId: number; readonly status: string }[]> {
  const { rows } = await platformData.query<{ id: string; status: string }>(
    `select id, case when doc ->> 'status' = 'D10100' then other.status else 'D10100' end as status
      from profile, (
        select status ->> 'id' as status from tenant, jsonb_array_elements(settings -> 'statuses') status
        where customer_id = $1 and status ->> 'id' <> 'D10100' limit 1
      ) other
      where customer_id = $1 and type = 'applicantworkflows' order by id limit $2`,
    [platform.tenants.a.customerId, count],
  );
  return rows.map(({ id, status }) => ({ workflowId: Number(id), status }));
}

const journalWithinMs = 10_000;

/** The partner's journal, once it has every event. */
async function journalOf(
  { peers }: Setting,
  ids: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const giveUpMs = performance.now() + journalWithinMs;
  for (;;) {
    const journal = await peers.partner.ask<Readonly<Record<string, number>>>({});
    const missing = ids.filter((id) => journal[id] === undefined);
    if (missing.length === 0) return journal;
    if (performance.now() > giveUpMs)
      throw new Error(`Expected every event at the partner, found ${missing.length} missing`);
    await sleep(100);
  }
}

async function commitTimes(
  { platformData }: Setting,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await platformData.query<{ id: string; committed_ms: string }>(
    `select id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as committed_ms
      from event where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, committed_ms }) => [id, Number(committed_ms)]));
}
