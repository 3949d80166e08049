import { setImmediate as turnEnds, setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import type { Connection } from "@slipway/database";
import type { Clock } from "@slipway/foundation";

import { openCopyConnection, type CopyConnection } from "./copy-connection.ts";
import { encodeCopy } from "./encode-copy.ts";
import { LogRefusedProblem, LogUnavailableProblem } from "./exchange-log.problems.ts";
import type { PreparedRows } from "./stored-exchange.ts";

export interface GroupCommitOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  /** How long a record may wait for a working connection before its caller is told. */
  readonly patienceMs: number;
  readonly onError: (error: unknown) => void;
}

/**
 * Stores records in groups. There is no window: a group leaves as soon as the one before it is committed, so that groups
 * are as large as the load makes them and a lone record waits for nobody.
 */
export interface GroupCommit {
  /** Resolves once the record is on disk. Rejects with a Problem when it may not be. */
  readonly store: (record: PreparedRows) => Promise<void>;
  /** Stores what is waiting, then ends the connection. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly record: PreparedRows;
  /** By the monotonic clock. */
  readonly givesUpAtMs: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const largestGroup = 500;
const longestQueue = 20_000;
const reconnectAfterMs = 50;

export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { clock, patienceMs, onError } = options;
  let queue: Waiting[] = [];
  let draining: Promise<void> | undefined;
  let opened: CopyConnection | undefined;
  let closed = false;
  let reported = "";

  // A broken connection is tried again many times a second: each reason is told once.
  const reportOnce = (error: unknown): void => {
    if (String(error) === reported) return;
    reported = String(error);
    onError(error);
  };

  const connected = async (): Promise<CopyConnection> => {
    if (opened?.isBroken() === true) opened = undefined;
    opened ??= await openCopyConnection(options);
    return opened;
  };

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      // Whoever comes in the same turn of the event loop comes along.
      await turnEnds();
      const group = queue.splice(0, largestGroup);
      const left = await storeGroup(group, { connected, onError: reportOnce });
      if (left.length > 0) await keepTrying(left);
      else reported = "";
    }
  };

  const keepTrying = async (left: readonly Waiting[]): Promise<void> => {
    queue = [...left, ...queue];
    await sleep(reconnectAfterMs);
    const nowMs = clock.monotonicMs();
    const [late, patient] = partition(queue, (waiting) => waiting.givesUpAtMs <= nowMs);
    queue = patient;
    for (const { reject } of late)
      reject(new LogUnavailableProblem(`no working connection for ${patienceMs} ms`));
  };

  const store = async (record: PreparedRows): Promise<void> => {
    if (closed) throw new LogUnavailableProblem("it closed");
    if (queue.length >= longestQueue)
      throw new LogUnavailableProblem(`${longestQueue} records waiting already`);
    await new Promise<void>((resolve, reject) => {
      queue.push({ record, givesUpAtMs: clock.monotonicMs() + patienceMs, resolve, reject });
      draining ??= drain().finally(() => {
        draining = undefined;
      });
    });
  };

  return {
    store,
    close: async () => {
      closed = true;
      await draining;
      await opened?.close();
    },
  };
}

interface GroupTools {
  readonly connected: () => Promise<CopyConnection>;
  readonly onError: (error: unknown) => void;
}

/** Stores a group and settles its records; returns those whose fate the connection took with it. */
async function storeGroup(
  group: readonly Waiting[],
  { connected, onError }: GroupTools,
): Promise<readonly Waiting[]> {
  try {
    const connection = await connected();
    await connection.copy(encodeCopy(group.map(({ record }) => record)));
    for (const { resolve } of group) resolve();
    return [];
  } catch (error) {
    if (!isFaultOfARow(error)) {
      onError(error);
      return group;
    }
    const [only, ...others] = group;
    if (only !== undefined && others.length === 0) {
      settleRefused(only, error, onError);
      return [];
    }
    return storeSingly(group, { connected, onError });
  }
}

/** One row spoilt the group: each for itself, so that it spoils nobody else's. */
async function storeSingly(
  group: readonly Waiting[],
  tools: GroupTools,
): Promise<readonly Waiting[]> {
  const left: Waiting[] = [];
  for (const waiting of group) left.push(...(await storeGroup([waiting], tools)));
  return left;
}

function settleRefused(waiting: Waiting, error: unknown, onError: (error: unknown) => void): void {
  // Ids are ours and used once: a row that is there already was committed just before the connection broke.
  if (error instanceof pg.DatabaseError && error.code === uniqueViolation) {
    waiting.resolve();
    return;
  }
  const problem = new LogRefusedProblem(waiting.record.id, error);
  onError(problem);
  waiting.reject(problem);
}

const uniqueViolation = "23505";

/** Bad data, broken constraints, limits exceeded, missing tables: trying again as it is would fail again. */
function isFaultOfARow(error: unknown): boolean {
  if (error instanceof RangeError || error instanceof TypeError) return true; // Not to be encoded.
  return error instanceof pg.DatabaseError && /^(?:22|23|42|54)/.test(error.code ?? "");
}

function partition<Item>(
  items: readonly Item[],
  belongsFirst: (item: Item) => boolean,
): readonly [Item[], Item[]] {
  const first: Item[] = [];
  const second: Item[] = [];
  for (const item of items) (belongsFirst(item) ? first : second).push(item);
  return [first, second];
}
