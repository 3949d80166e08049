import type { ExchangeSource } from "@slipway/conformance";
import type { Database } from "@slipway/database";
import type { Exchange, ExchangeId } from "@slipway/exchange";
import { newestExchanges, readExchanges, type ExchangeQuery } from "@slipway/exchange-log";

const pageSize = 1000;

/** Recorded exchanges as the judge asks for them, read page by page from the log. */
export function createExchangeSource(database: Pick<Database, "queries">): ExchangeSource {
  return {
    recordedBetween: async (customerId, from, to) =>
      readAll(database, { customerId, recordedFrom: from, recordedBefore: to }),
    byIds: async (customerId, ids) =>
      ids.length === 0 ? [] : readAll(database, { customerId, ids }),
    newestOf: async (customerIds) => newestExchanges(database, customerIds),
  };
}

async function readAll(
  database: Pick<Database, "queries">,
  query: ExchangeQuery,
): Promise<readonly Exchange[]> {
  const all: Exchange[] = [];
  let after: ExchangeId | undefined;
  for (;;) {
    const page = await readExchanges(database, {
      ...query,
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page);
    after = page.at(-1)?.id;
    if (page.length < pageSize || after === undefined) return all;
  }
}
