import { setTimeout as sleep } from "node:timers/promises";

import type { Exchange, ExchangeQuery, PlatformClient } from "@slipway/platform-client";

/** Which exchanges to read. */
export interface LogQuery {
  readonly run?: string;
  readonly workflow?: number;
  readonly person?: number;
  readonly order?: string;
  readonly exchange?: string;
  readonly limit: number;
  readonly follow: boolean;
}

export interface ReadLogOptions {
  readonly client: PlatformClient;
  readonly customer: string;
  readonly query: LogQuery;
  readonly stopping: AbortSignal;
}

const pageSize = 999;
const lookEveryMs = 500;

/** The exchanges that were asked for, oldest first; with `follow` those to come as well, until the command shall stop. */
export async function* readLog(options: ReadLogOptions): AsyncGenerator<Exchange> {
  const { client, customer, query } = options;
  if (query.exchange !== undefined) {
    yield await client.loadExchange(customer, query.exchange);
    return;
  }
  const newest = await newestOf(options);
  yield* newest;
  if (query.follow) yield* following(options, newest.at(-1)?.id);
}

async function newestOf({ client, customer, query }: ReadLogOptions): Promise<readonly Exchange[]> {
  const limit = Math.min(query.limit, pageSize);
  const newest = await client.listExchanges(customer, {
    ...filterOf(query),
    limit,
    orderBy: "newest-first",
  });
  return newest.toReversed();
}

async function* following(
  { client, customer, query, stopping }: ReadLogOptions,
  last: string | undefined,
): AsyncGenerator<Exchange> {
  let after = last;
  while (!stopping.aborted) {
    const page = await client.listExchanges(customer, {
      ...filterOf(query),
      ...(after === undefined ? {} : { after }),
      limit: pageSize,
      orderBy: "oldest-first",
    });
    yield* page;
    after = page.at(-1)?.id ?? after;
    // Being stopped shows in the condition of the loop.
    await sleep(lookEveryMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

function filterOf({ run, workflow, person, order }: LogQuery): ExchangeQuery {
  return {
    ...(run === undefined ? {} : { run }),
    ...(workflow === undefined ? {} : { workflow }),
    ...(person === undefined ? {} : { person }),
    ...(order === undefined ? {} : { order }),
  };
}
