import pg from "pg";

import type { CopyConnection } from "./copy-connection.ts";
import { encodeCopy } from "./encode-copy.ts";
import { LogRefusedProblem } from "./exchange-log.problems.ts";
import type { PreparedRows } from "./prepared-rows.ts";

/** A record whose caller waits for it to be durable. */
export interface WaitingRecord {
  readonly record: PreparedRows;
  /** By the monotonic clock. */
  readonly givesUpAtMs: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupTools {
  readonly connected: () => Promise<CopyConnection>;
  readonly onError: (error: unknown) => void;
  readonly onStored: (records: number) => void;
}

/** Stores a group and settles its records; returns those whose fate the connection took with it. */
export async function storeGroup(
  group: readonly WaitingRecord[],
  tools: GroupTools,
): Promise<readonly WaitingRecord[]> {
  try {
    const connection = await tools.connected();
    await connection.copy(encodeCopy(group.map(({ record }) => record)));
    tools.onStored(group.length);
    for (const { resolve } of group) resolve();
    return [];
  } catch (error) {
    if (!isFaultOfARow(error)) {
      tools.onError(error);
      return group;
    }
    const [only, ...others] = group;
    if (only === undefined || others.length > 0) return storeSingly(group, tools);
    settleRefused(only, error, tools);
    return [];
  }
}

/** One row spoilt the group: each for itself, so that it spoils nobody else's. */
async function storeSingly(
  group: readonly WaitingRecord[],
  tools: GroupTools,
): Promise<readonly WaitingRecord[]> {
  const left: WaitingRecord[] = [];
  for (const waiting of group) left.push(...(await storeGroup([waiting], tools)));
  return left;
}

const uniqueViolation = "23505";

function settleRefused(waiting: WaitingRecord, error: unknown, { onError }: GroupTools): void {
  // Ids are ours and used once: a row that is there already was committed just before the connection broke.
  if (error instanceof pg.DatabaseError && error.code === uniqueViolation) {
    waiting.resolve();
    return;
  }
  const problem = new LogRefusedProblem(waiting.record.id, error);
  onError(problem);
  waiting.reject(problem);
}

/** Bad data, broken constraints, limits exceeded, missing tables: trying again as it is would fail again. */
function isFaultOfARow(error: unknown): boolean {
  if (error instanceof RangeError || error instanceof TypeError) return true; // Not to be encoded.
  return error instanceof pg.DatabaseError && /^(?:22|23|42|54)/.test(error.code ?? "");
}
