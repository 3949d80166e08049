import pg from "pg";

import type { Connection } from "@slipway/database";

import type { CopyMessage } from "./encode-copy.ts";

/** One connection of the log's own. Whatever breaks it rejects what is under way, and it is not used again. */
export interface CopyConnection {
  /** Sends a batch in one round trip; resolves when its transaction has committed. */
  readonly copy: (message: CopyMessage) => Promise<void>;
  readonly isBroken: () => boolean;
  readonly close: () => Promise<void>;
  /** Drops the connection without a farewell. */
  readonly destroy: () => void;
}

export interface CopyConnectionOptions {
  readonly connection: Connection;
  /** How long connecting may take, and how long the server may leave a batch without an answer. */
  readonly patienceMs: number;
}

/** Connects under the owner's role: COPY into a table is refused under row-level security. */
export async function openCopyConnection(options: CopyConnectionOptions): Promise<CopyConnection> {
  const client = new pg.Client({
    ...addressOf(options.connection),
    application_name: "slipway-exchange-log",
    connectionTimeoutMillis: options.patienceMs,
    keepAlive: true,
  });
  let broken = false;
  const markBroken = (): void => {
    broken = true;
  };
  client.on("error", markBroken);
  client.on("end", markBroken);
  await client.connect();
  // A server set to answer before the disk has the commit must not do so for the log.
  await client.query(
    `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`,
  );
  const destroy = (): void => {
    broken = true;
    streamOf(client).destroy();
  };
  return {
    copy: async (message) => send(client, message, { patienceMs: options.patienceMs, destroy }),
    isBroken: () => broken,
    close: async () => client.end(),
    destroy,
  };
}

function addressOf(connection: Connection): pg.ClientConfig {
  return "url" in connection ? { connectionString: connection.url } : connection;
}

interface Watch {
  readonly patienceMs: number;
  readonly destroy: () => void;
}

async function send(client: pg.Client, message: CopyMessage, watch: Watch): Promise<void> {
  let stalled: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      stalled = setTimeout(() => {
        watch.destroy();
        reject(new Error(`Expected an answer to a COPY within ${watch.patienceMs} ms, found none`));
      }, watch.patienceMs);
      client.query(new CopyQuery(message, { resolve, reject }));
    });
  } finally {
    clearTimeout(stalled);
  }
}

interface Settle {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * A query as the driver runs it. The rows follow the statement without waiting for the server's invitation: it reads them
 * when it gets there, and skips them if the statement failed. A batch thus takes one round trip instead of three.
 */
class CopyQuery implements pg.Submittable {
  private readonly message: CopyMessage;
  private readonly settle: Settle;

  constructor(message: CopyMessage, settle: Settle) {
    this.message = message;
    this.settle = settle;
  }

  submit(connection: pg.Connection): void {
    connection.stream.cork();
    connection.query(this.message.text);
    connection.stream.write(this.message.bytes);
    connection.stream.uncork();
  }

  handleCopyInResponse(): void {
    // The rows are on their way.
  }

  handleCommandComplete(): void {
    // One for each table; the commit is told by `handleReadyForQuery`.
  }

  handleReadyForQuery(): void {
    this.settle.resolve();
  }

  handleError(error: Error): void {
    this.settle.reject(error);
  }
}

function streamOf(client: pg.Client): NodeJS.WritableStream & { readonly destroy: () => void } {
  // The driver keeps its socket there; its types do not say so.
  return (
    client as unknown as { connection: { stream: NodeJS.WritableStream & { destroy: () => void } } }
  ).connection.stream;
}
