import pg from "pg";

import type { Connection } from "./connection.ts";
import { openLine, type Line } from "./line.ts";

/**
 * Wake-ups between processes. They may be lost (a connection that breaks), so whoever listens also looks by itself from time
 * to time; they never carry facts.
 */
export interface Notifications {
  /**
   * Calls `onWake` for each notification on the channel, also those of this process, and with an empty payload whenever a
   * broken connection is open again, since something may have been told meanwhile. Resolves once listening; the returned
   * function stops.
   */
  readonly listen: (channel: string, onWake: (payload: string) => void) => Promise<() => void>;
  /** Tells all processes; to be called after the commit of what it tells of. Equal ones of one turn are sent once. */
  readonly notify: (channel: string, payload?: string) => void;
  readonly close: () => Promise<void>;
}

export function openNotifications(connection: Connection): Notifications {
  const room = new ListeningRoom(connection);
  return {
    listen: async (channel, onWake) => room.listen(channel, onWake),
    notify: (channel, payload = "") => {
      room.notify(channel, payload);
    },
    close: async () => room.close(),
  };
}

const reconnectAfterMs = 500;

interface Listener {
  readonly onWake: (payload: string) => void;
}

/** Who listens to what, and the one line over which everything is told. */
class ListeningRoom {
  readonly #line: Line;
  readonly #listeners = new Map<string, Set<Listener>>();
  #outgoing: (readonly [channel: string, payload: string])[] = [];
  #closed = false;

  constructor(connection: Connection) {
    this.#line = openLine({
      connection,
      prepare: async (client) => this.#prepare(client),
      onBreak: () => {
        this.#reopenLater();
      },
    });
  }

  async listen(channel: string, onWake: Listener["onWake"]): Promise<() => void> {
    // An object of its own: the same function may listen twice, and stop once.
    const listener: Listener = { onWake };
    const others = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, others.add(listener));
    try {
      await this.#line.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      this.#remove(channel, listener);
      throw error;
    }
    return () => {
      this.#remove(channel, listener);
    };
  }

  notify(channel: string, payload: string): void {
    if (this.#outgoing.length === 0) {
      setImmediate(() => {
        // A wake-up that is lost is made up for by the listener's own look.
        this.#flush().catch(() => undefined);
      });
    }
    this.#outgoing.push([channel, payload]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    await this.#line.close();
  }

  async #prepare(client: pg.Client): Promise<void> {
    client.on("notification", ({ channel, payload = "" }) => {
      this.#ring(channel, payload);
    });
    for (const channel of this.#listeners.keys())
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  #ring(channel: string, payload: string): void {
    for (const { onWake } of this.#listeners.get(channel) ?? []) onWake(payload);
  }

  #remove(channel: string, listener: Listener): void {
    const listeners = this.#listeners.get(channel);
    listeners?.delete(listener);
    // The server goes on telling of the channel until the line breaks: nobody hears it.
    if (listeners?.size === 0) this.#listeners.delete(channel);
  }

  /** Real time: a tenant's clock has no say in how soon a broken connection is opened again. */
  #reopenLater(): void {
    setTimeout(() => {
      if (this.#closed || this.#listeners.size === 0) return;
      this.#line.open().then(
        () => {
          for (const channel of this.#listeners.keys()) this.#ring(channel, "");
        },
        () => {
          this.#reopenLater();
        },
      );
    }, reconnectAfterMs).unref();
  }

  async #flush(): Promise<void> {
    const batch = this.#outgoing;
    this.#outgoing = [];
    // Equal ones of one transaction are told once by the server.
    await this.#line.query(
      "select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as wake (channel, payload)",
      [batch.map(([channel]) => channel), batch.map(([, payload]) => payload)],
    );
  }
}
