import { createAtsClient, type AtsClient } from "@slipway/sdk";

import type { Credentials } from "./configuration.ts";

/** The client of one customer's ATS: `address` is the `api.baseUrl` of the order that is worked on. */
export type AtsClients = (address: string, credentials: Credentials) => AtsClient;

export interface AtsClientsOptions {
  /** The first wait after a failed call; it doubles up to five minutes. */
  readonly firstDelayMs: number;
  /** Aborted when the partner ends: nothing is waited for any more. */
  readonly signal: AbortSignal;
  /** The network; left out: the process's own. */
  readonly fetch?: typeof fetch | undefined;
}

const longestDelayMs = 5 * 60_000;
const dayMs = 86_400_000;

/**
 * One client for each address and user, so that all calls of a user share its quota. They stay at it: what may heal by itself
 * is tried until it has. Who cannot wait that long says so with `within`.
 */
export function createAtsClients({ firstDelayMs, signal, fetch }: AtsClientsOptions): AtsClients {
  const clients = new Map<string, AtsClient>();
  return (address, { username, password }) => {
    const key = JSON.stringify([address, username, password]);
    const known = clients.get(key);
    if (known !== undefined) return known;
    const client = createAtsClient({
      address,
      credentials: { kind: "basic", username, password },
      userAgent: "ExamplePrimePartner/1.0",
      mostRepeats: Infinity,
      firstDelayMs,
      longestDelayMs,
      longestWaitMs: dayMs,
      signal,
      machine: fetch === undefined ? {} : { fetch },
    });
    clients.set(key, client);
    return client;
  };
}
