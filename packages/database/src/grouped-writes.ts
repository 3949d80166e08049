import pg from "pg";

import type { RunTenantStatement } from "./tenant-statement.ts";

/** One SQL statement that writes for many callers at once. */
export interface GroupedStatement {
  /** Makes it a prepared statement of its connection. */
  readonly name: string;
  /** `$1` is the customer, `$2` a JSON array of items. A row tells in `item`, counted from 1, whose it is; an item may have none. */
  readonly text: string;
}

/** A row of a grouped statement. */
export interface ItemRow {
  /** As PostgreSQL counts: from 1. */
  readonly item: number;
}

/**
 * Writes an item, given as JSON, together with those of others who write at the same time; resolves to its row. There is no
 * window: a customer's group leaves as soon as the one before it is committed. A group is one transaction; where an item
 * spoils it, each is written by itself, so that it fails alone.
 */
export type WriteGrouped = <Row extends ItemRow>(
  customerId: string,
  statement: GroupedStatement,
  item: string,
) => Promise<Row | undefined>;

interface Waiting {
  readonly item: string;
  readonly resolve: (row: ItemRow | undefined) => void;
  readonly reject: (error: unknown) => void;
}

const largestGroup = 64;
/** Larger items travel by themselves. */
const longestGroup = 1_000_000;

/** Writes groups by way of `write`. */
export function createGroupedWrites(write: RunTenantStatement): WriteGrouped {
  const queues = new Map<string, Waiting[]>();

  const drain = async (customerId: string, statement: GroupedStatement): Promise<void> => {
    const key = keyOf(customerId, statement);
    for (;;) {
      const queue = queues.get(key) ?? [];
      if (queue.length === 0) break;
      await send(takeGroup(queue), async (items) =>
        write(customerId, { ...statement, values: [customerId, `[${items.join()}]`] }),
      );
    }
    queues.delete(key);
  };

  return async <Row extends ItemRow>(
    customerId: string,
    statement: GroupedStatement,
    item: string,
  ) =>
    new Promise<Row | undefined>((resolve, reject) => {
      const key = keyOf(customerId, statement);
      const queue = queues.get(key);
      // The statement decides what its rows are.
      const waiting = { item, resolve: resolve as Waiting["resolve"], reject };
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      queues.set(key, [waiting]);
      void drain(customerId, statement);
    });
}

function keyOf(customerId: string, { name }: GroupedStatement): string {
  return `${name} ${customerId}`;
}

function takeGroup(queue: Waiting[]): readonly Waiting[] {
  let length = 0;
  let count = 0;
  for (const { item } of queue.slice(0, largestGroup)) {
    length += item.length;
    if (count > 0 && length > longestGroup) break;
    count += 1;
  }
  return queue.splice(0, count);
}

type WriteItems = (items: readonly string[]) => Promise<readonly ItemRow[]>;

/** Settles each of the group; never rejects. */
async function send(group: readonly Waiting[], write: WriteItems): Promise<void> {
  try {
    const rows = await write(group.map(({ item }) => item));
    const byItem = new Map(rows.map((row) => [row.item, row]));
    for (const [index, { resolve }] of group.entries()) resolve(byItem.get(index + 1));
  } catch (error) {
    if (group.length > 1 && isUndone(error)) for (const one of group) await send([one], write);
    else for (const { reject } of group) reject(error);
  }
}

/** Bad data, a broken constraint, a deadlock or a limit: nothing of the transaction stayed. */
function isUndone(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(?:22|23|40|54)/u.test(error.code ?? "");
}
