import { loadRun } from "@slipway/conformance";
import type { Exchange, ExchangeId } from "@slipway/exchange";
import { readExchange, readExchanges } from "@slipway/exchange-log";
import { isUuid } from "@slipway/foundation";

import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import type { ExchangeQuery } from "./exchange-query.ts";
import { ExchangeNotFoundProblem } from "./log.problems.ts";

/** A page of a tenant's exchange log; of a graded run only what was taken as its evidence. */
export async function listExchanges(
  parts: ProgrammeParts,
  query: ExchangeQuery,
): Promise<readonly Exchange[]> {
  await tenantOf(parts, query.customerId);
  const { runId, after, ...rest } = query;
  if (after !== undefined && !isUuid(after)) throw new ExchangeNotFoundProblem(after);
  const ids = runId === undefined ? undefined : await idsOfRun(parts, query.customerId, runId);
  if (ids?.length === 0) return [];
  return readExchanges(parts.database, {
    ...rest,
    ...(ids === undefined ? {} : { ids }),
    ...(after === undefined ? {} : { after: after as ExchangeId }),
  });
}

/** One exchange; fails with `EXCHANGE-NOT-FOUND`. */
export async function loadExchange(
  parts: ProgrammeParts,
  customerId: string,
  exchangeId: string,
): Promise<Exchange> {
  await tenantOf(parts, customerId);
  const found = isUuid(exchangeId)
    ? await readExchange(parts.database, customerId, exchangeId as ExchangeId)
    : undefined;
  if (found === undefined) throw new ExchangeNotFoundProblem(exchangeId);
  return found;
}

async function idsOfRun(
  { database }: ProgrammeParts,
  customerId: string,
  runId: string,
): Promise<readonly ExchangeId[]> {
  const run = await loadRun(database.queries, runId);
  const rows = await database.queries
    .selectFrom("run_exchange")
    .select("exchange_id")
    .where("run_id", "=", run.id)
    .where("customer_id", "=", customerId)
    .execute();
  return rows.map((row) => row.exchange_id as ExchangeId);
}
