import { once } from "node:events";
import { createServer } from "node:net";
import { StartingProblem } from "@slipway/database";
import { configurationKeys } from "./configuration-keys.ts";
import type { Configuration, Listener } from "./configuration.ts";

/** A listener of the process: one of those that partners know, or that of whoever watches. */
export type AnyListener = Listener | "metrics";

const keyOf = {
  platform: configurationKeys.port,
  sandboxA: configurationKeys.sandboxPortA,
  sandboxB: configurationKeys.sandboxPortB,
  metrics: configurationKeys.metricsPort,
} as const satisfies Record<AnyListener, unknown>;

/**
 * Sees, before anything is written, that the server will get its addresses. Throws a StartingProblem for the first that it
 * will not; a port taken in the moment after this look is named by `portProblem` when listening fails.
 */
export async function checkPortsFree(configuration: Configuration): Promise<void> {
  for (const address of listenersOf(configuration)) {
    try {
      await tryToListen(address);
    } catch (error) {
      throw portProblem(address, error) ?? error;
    }
  }
}

function listenersOf({ host, ports, roles, metrics }: Configuration): readonly ListenerAddress[] {
  const listeners = roles.includes("api") ? (["platform", "sandboxA", "sandboxB"] as const) : [];
  return [
    ...listeners.map((listener) => ({ listener, host, port: ports[listener] })),
    ...(metrics === undefined ? [] : [{ listener: "metrics" as const, ...metrics }]),
  ];
}

/** Where a listener is to listen. */
export interface ListenerAddress {
  readonly listener: AnyListener;
  readonly host: string;
  readonly port: number;
}

/** The problem behind a failed attempt to listen; undefined if it is none that a person can mend. */
export function portProblem(address: ListenerAddress, error: unknown): StartingProblem | undefined {
  const found = error instanceof Error && "code" in error ? reasons[String(error.code)] : undefined;
  if (found === undefined) return undefined;
  return new StartingProblem({
    code: "STARTING-PORT-TAKEN",
    message: `Expected to listen on ${address.host} port ${address.port}, found ${found}. Set ${keyOf[address.listener].name} to another port (0 takes a free one)${
      found === reasons["EADDRNOTAVAIL"]
        ? `, or ${address.listener === "metrics" ? "SLIPWAY_METRICS_HOST" : "SLIPWAY_HOST"} to an address of this machine`
        : ""
    }.`,
    cause: error,
  });
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "it taken by another program",
  EACCES: "that this user may not use it",
  EADDRNOTAVAIL: "that this machine does not have the address",
};

async function tryToListen({ host, port }: ListenerAddress): Promise<void> {
  const server = createServer().listen({ host, port, exclusive: true });
  await once(server, "listening");
  server.close();
  await once(server, "close");
}
