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

const reconnectAfterMs = 500;

export function openNotifications(connection: Connection): Notifications {
  const listeners = new Map<string, Set<(payload: string) => void>>();
  const outgoing = new Map<string, readonly [channel: string, payload: string]>();
  let client: Promise<pg.Client> | undefined;
  let closed = false;

  const connect = async (): Promise<pg.Client> => {
    const opened = new pg.Client(clientOptions(connection));
    opened.on("notification", ({ channel, payload }) => {
      for (const onWake of listeners.get(channel) ?? []) onWake(payload ?? "");
    });
    opened.on("error", reconnect);
    await opened.connect();
    for (const channel of listeners.keys())
      await opened.query(`listen ${pg.escapeIdentifier(channel)}`);
    return opened;
  };
  const ensureClient = async (): Promise<pg.Client> => {
    client ??= connect().catch((error: unknown) => {
      client = undefined;
      throw error;
    });
    return client;
  };
  const reconnect = (): void => {
    client = undefined;
    if (closed || listeners.size === 0) return;
    // Real time: a tenant's clock has no say in how soon a broken connection is opened again.
    setTimeout(() => {
      if (!closed) ensureClient().catch(reconnect);
    }, reconnectAfterMs).unref();
  };
  const flush = async (): Promise<void> => {
    const batch = [...outgoing.values()];
    outgoing.clear();
    const opened = await ensureClient();
    for (const [channel, payload] of batch)
      await opened.query("select pg_notify($1, $2)", [channel, payload]);
  };

  return {
    listen: async (channel, onWake) => {
      const opened = await ensureClient();
      const known = listeners.get(channel);
      if (known === undefined) await opened.query(`listen ${pg.escapeIdentifier(channel)}`);
      const callbacks = known ?? new Set();
      callbacks.add(onWake);
      listeners.set(channel, callbacks);
      return () => {
        callbacks.delete(onWake);
      };
    },
    notify: (channel, payload = "") => {
      if (closed) return;
      if (outgoing.size === 0) {
        // A wake-up that is lost is made up for by the listener's own look.
        setImmediate(() => void flush().catch(() => undefined));
      }
      outgoing.set(`${channel} ${payload}`, [channel, payload]);
    },
    close: async () => {
      closed = true;
      listeners.clear();
      const opened = await client?.catch(() => undefined);
      await opened?.end();
    },
  };
}
