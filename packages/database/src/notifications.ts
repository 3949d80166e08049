import pg from "pg";

import { clientOptions, type Connection } from "./connection.ts";

/**
 * Wake-ups between processes. They may be lost (a connection that breaks), so whoever listens also looks by itself from time
 * to time; they never carry facts.
 */
export interface Notifications {
  /** Calls `onWake` for each notification on the channel, also those of this process. Resolves once listening; the returned function stops. */
  readonly listen: (channel: string, onWake: (payload: string) => void) => Promise<() => void>;
  /** Sends after the transaction that it tells of has committed, and coalesced: equal ones in one turn are sent once. */
  readonly notify: (channel: string, payload?: string) => void;
  readonly close: () => Promise<void>;
}

export function openNotifications(connection: Connection): Notifications {
  const line = new NotificationLine(connection);
  return {
    listen: async (channel, onWake) => line.listen(channel, onWake),
    notify: (channel, payload = "") => {
      line.notify(channel, payload);
    },
    close: async () => line.close(),
  };
}

const reconnectAfterMs = 500;

type OnWake = (payload: string) => void;

/** One connection, opened at first use and again whenever it breaks while somebody listens. */
class NotificationLine {
  readonly #connection: Connection;
  readonly #listeners = new Map<string, Set<OnWake>>();
  readonly #outgoing = new Map<string, readonly [channel: string, payload: string]>();
  #client: Promise<pg.Client> | undefined;
  /** The statements before: a connection takes one at a time. */
  #before: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async listen(channel: string, onWake: OnWake): Promise<() => void> {
    const callbacks = this.#listeners.get(channel) ?? new Set();
    callbacks.add(onWake);
    this.#listeners.set(channel, callbacks);
    await this.#run(`listen ${pg.escapeIdentifier(channel)}`);
    return () => {
      callbacks.delete(onWake);
    };
  }

  notify(channel: string, payload: string): void {
    if (this.#closed) return;
    if (this.#outgoing.size === 0) {
      setImmediate(() => {
        // A wake-up that is lost is made up for by the listener's own look.
        this.#flush().catch(() => undefined);
      });
    }
    this.#outgoing.set(`${channel} ${payload}`, [channel, payload]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  async #ensureClient(): Promise<pg.Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(clientOptions(this.#connection));
    client.on("notification", ({ channel, payload }) => {
      for (const onWake of this.#listeners.get(channel) ?? []) onWake(payload ?? "");
    });
    client.on("error", () => {
      this.#reconnect();
    });
    await client.connect();
    for (const channel of this.#listeners.keys()) {
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    }
    return client;
  }

  #reconnect(): void {
    this.#client = undefined;
    if (this.#closed || this.#listeners.size === 0) return;
    // Real time: a tenant's clock has no say in how soon a broken connection is opened again.
    setTimeout(() => {
      if (this.#closed) return;
      this.#ensureClient().catch(() => {
        this.#reconnect();
      });
    }, reconnectAfterMs).unref();
  }

  async #flush(): Promise<void> {
    const batch = [...this.#outgoing.values()];
    this.#outgoing.clear();
    for (const message of batch) await this.#run("select pg_notify($1, $2)", message);
  }

  async #run(text: string, values: readonly string[] = []): Promise<void> {
    const client = await this.#ensureClient();
    const running = this.#before.then(async () => client.query(text, [...values]));
    this.#before = running.catch(() => undefined);
    await running;
  }
}
