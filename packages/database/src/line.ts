import pg from "pg";

import { clientOptions, type Connection } from "./connection.ts";

/** One connection to the database that is opened at first use, and anew at the next use after it broke. */
export interface Line {
  /** Runs a statement behind those that were given before; rejects when the connection breaks under it. */
  readonly query: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Sees to it that the connection is open. */
  readonly open: () => Promise<void>;
  /** Ends the connection; a closed line is never opened again. */
  readonly close: () => Promise<void>;
}

export interface LineOptions {
  readonly connection: Connection;
  /** Makes a new connection ready before anybody uses it. */
  readonly prepare?: (client: pg.Client) => Promise<void>;
  /** Told once of each connection that broke after it had been open. */
  readonly onBreak?: () => void;
}

export function openLine(options: LineOptions): Line {
  let current: Promise<pg.Client> | undefined;
  let closed = false;

  const connect = (): Promise<pg.Client> => {
    const opening = openClient(options, () => {
      if (current !== opening) return;
      current = undefined;
      options.onBreak?.();
    });
    opening.catch(() => {
      if (current === opening) current = undefined;
    });
    return opening;
  };
  const client = async (): Promise<pg.Client> => {
    if (closed) throw new Error("Expected an open line to the database, found it closed");
    current ??= connect();
    return current;
  };
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await (await client()).query<Row>(text, [...values])).rows,
    open: async () => {
      await client();
    },
    close: async () => {
      closed = true;
      const opened = await current?.catch(() => undefined); // Never opened: nothing to end.
      current = undefined;
      await opened?.end();
    },
  };
}

async function openClient(
  { connection, prepare }: LineOptions,
  onBreak: () => void,
): Promise<pg.Client> {
  // Pipelined, so that statements of several callers need not wait for each other.
  const client = new pg.Client({ ...clientOptions(connection), pipeline: true });
  let isOpen = false;
  const tell = (): void => {
    if (isOpen) onBreak();
  };
  client.on("error", tell);
  client.on("end", tell);
  try {
    await client.connect();
    await prepare?.(client);
  } catch (error) {
    client.end().catch(() => undefined); // What failed to open is told already.
    throw error;
  }
  isOpen = true;
  return client;
}
