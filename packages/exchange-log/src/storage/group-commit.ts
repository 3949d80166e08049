import { setTimeout as sleep } from "node:timers/promises";

import type { Connection } from "@slipway/database";
import type { Clock } from "@slipway/foundation";

import { openCopyConnection, type CopyConnection } from "./copy-connection.ts";
import { LogUnavailableProblem } from "./exchange-log.problems.ts";
import type { PreparedRows } from "./prepared-rows.ts";
import { storeGroup, type WaitingRecord } from "./store-group.ts";

export interface GroupCommitOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  /** How long a record may wait for a working connection before its caller is told. */
  readonly patienceMs: number;
  readonly onError: (error: unknown) => void;
  /** Told of each commit, with how many records it made durable. */
  readonly onStored: (records: number) => void;
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

const largestGroup = 500;
const longestQueue = 20_000;
const reconnectAfterMs = 50;

export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { clock, patienceMs } = options;
  const keeper = connectionKeeper(options);
  const report = reporterOf(options.onError);
  let queue: WaitingRecord[] = [];
  let draining: Promise<void> | undefined;
  let closed = false;

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = queue.splice(0, largestGroup);
      const left = await storeGroup(group, {
        ...keeper,
        onError: report.trouble,
        onStored: options.onStored,
      });
      if (left.length === 0) report.success();
      else await keepTrying(left);
    }
  };

  /** Puts back what the connection took with it, but for those who have waited long enough. */
  const keepTrying = async (left: readonly WaitingRecord[]): Promise<void> => {
    await sleep(reconnectAfterMs);
    const nowMs = clock.monotonicMs();
    const isLate = ({ givesUpAtMs }: WaitingRecord): boolean => givesUpAtMs <= nowMs;
    const all = [...left, ...queue];
    queue = all.filter((waiting) => !isLate(waiting));
    for (const { reject } of all.filter(isLate))
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
      await keeper.close();
    },
  };
}

interface ConnectionKeeper {
  /** The one connection, opened anew when the last one broke. */
  readonly connected: () => Promise<CopyConnection>;
  readonly close: () => Promise<void>;
}

function connectionKeeper(options: GroupCommitOptions): ConnectionKeeper {
  let opened: CopyConnection | undefined;
  return {
    connected: async () => {
      if (opened?.isBroken() === true) opened = undefined;
      opened ??= await openCopyConnection(options);
      return opened;
    },
    close: async () => opened?.close(),
  };
}

interface Reporter {
  readonly trouble: (error: unknown) => void;
  readonly success: () => void;
}

/** A broken connection is tried again many times a second: each reason is told once. */
function reporterOf(onError: (error: unknown) => void): Reporter {
  let reported = "";
  return {
    trouble: (error) => {
      if (String(error) === reported) return;
      reported = String(error);
      onError(error);
    },
    success: () => {
      reported = "";
    },
  };
}
