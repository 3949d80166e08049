import pg from "pg";

import { clientOptions, type Connection } from "./connection.ts";
import { createGroupedWrites, type WriteGrouped } from "./grouped-writes.ts";
import type { RunTenantStatement, TenantStatement } from "./tenant-statement.ts";

/**
 * Queries of one tenant's data, on a few pipelined connections that run under the role `slipway_tenant`. Row-level security
 * is the second fence behind the `customer_id` that every statement names: a connection is switched to the customer before
 * the statement, in the same pipeline, so the switch costs no round trip.
 */
export interface TenantConnections {
  readonly query: RunTenantStatement;
  /** For a statement that changes rows: on connections of its own, so that commits wait for the disk side by side. */
  readonly write: RunTenantStatement;
  /** The same for many callers by one statement: several times cheaper for each of them (measured). */
  readonly writeGrouped: WriteGrouped;
  readonly close: () => Promise<void>;
}

/** How many connections there are for each kind of statement; opened at first use. */
export interface TenantConnectionCounts {
  readonly reading: number;
  readonly writing: number;
}

interface Member {
  readonly client: pg.Client;
  readonly ready: Promise<void>;
  /** Whom it was last told to switch to. */
  customerId: string | undefined;
  /** Resolves once it has switched; nothing that ran behind a switch that failed may be believed. */
  switched: Promise<unknown>;
  pending: number;
  /** To be replaced by another; ended by itself, or to be ended. */
  broken: boolean;
  /** Statements are held back until the turn of the event loop ends. */
  gathering: boolean;
}

/** Connects lazily, and replaces what broke at the next statement; a statement under which a connection breaks fails. */
export function openTenantConnections(
  connection: Connection,
  counts: TenantConnectionCounts,
): TenantConnections {
  const reading = openGroup(connection, counts.reading);
  const writing = openGroup(connection, counts.writing);
  return {
    query: reading.run,
    write: writing.run,
    writeGrouped: createGroupedWrites(writing.run),
    close: async () => {
      await Promise.allSettled([reading.close(), writing.close()]);
    },
  };
}

interface Group {
  readonly run: RunTenantStatement;
  readonly close: () => Promise<void>;
}

function openGroup(connection: Connection, size: number): Group {
  const members: Member[] = [];
  let closed = false;

  const pick = (customerId: string): Member => {
    for (const [index, member] of members.entries()) {
      if (member.broken) members[index] = open(connection);
    }
    while (members.length < size) members.push(open(connection));
    return leastBusy(members, customerId);
  };

  const run = async <Row extends object>(
    customerId: string,
    statement: TenantStatement,
  ): Promise<Row[]> => {
    if (closed) throw new Error("Expected open tenant connections, found them closed");
    const member = pick(customerId);
    member.pending += 1;
    try {
      return await runOn<Row>(member, customerId, statement);
    } finally {
      member.pending -= 1;
    }
  };

  const close = async (): Promise<void> => {
    closed = true;
    await Promise.allSettled(members.map(async (member) => member.client.end()));
  };
  return { run, close };
}

function open(connection: Connection): Member {
  const client = new pg.Client({ ...clientOptions(connection), pipeline: true });
  const member: Member = {
    client,
    ready: client.connect().then(async () => {
      await client.query("set role slipway_tenant");
    }),
    customerId: undefined,
    switched: Promise.resolve(),
    pending: 0,
    broken: false,
    gathering: false,
  };
  const markBroken = (): void => {
    member.broken = true;
  };
  client.on("error", markBroken);
  client.on("end", markBroken);
  member.ready.catch(() => {
    discard(member);
  });
  return member;
}

async function runOn<Row extends object>(
  member: Member,
  customerId: string,
  statement: TenantStatement,
): Promise<Row[]> {
  await member.ready;
  gather(member);
  if (member.customerId !== customerId) switchTo(member, customerId);
  const { switched } = member;
  const { rows } = await member.client.query<Row>({
    ...statement,
    values: [...statement.values],
  });
  await switched;
  return rows;
}

function switchTo(member: Member, customerId: string): void {
  member.customerId = customerId;
  member.switched = member.client.query({
    name: "switch-tenant",
    text: `select set_config('slipway.customer_id', $1, false)`,
    values: [customerId],
  });
  // The statements behind it are on their way already, and find the connection at the customer before.
  member.switched.catch(() => {
    discard(member);
  });
}

function discard(member: Member): void {
  member.broken = true;
  // What is under way on it comes to its end; one that broke has nothing to end.
  member.client.end().catch(() => undefined);
}

/** The statements of one turn of the event loop leave in one write: the system call costs more than what it carries (measured). */
function gather(member: Member): void {
  if (member.gathering) return;
  member.gathering = true;
  // The driver keeps its connection there; its types do not say so.
  const { stream } = (member.client as unknown as { readonly connection: pg.Connection })
    .connection;
  stream.cork();
  setImmediate(() => {
    member.gathering = false;
    stream.uncork();
  });
}

function leastBusy(members: readonly Member[], customerId: string): Member {
  const cost = (member: Member): number =>
    member.pending + (member.customerId === customerId ? 0 : 0.5);
  return members.reduce((best, member) => (cost(member) < cost(best) ? member : best));
}
