import { isLoopback } from "./configuration-keys.ts";
import type { Configuration } from "./configuration.ts";

/** Who can call the platform: programs of its own machine, or others as well. */
export type Reach = "this-machine" | "network";

/**
 * Where listeners listen, and under which addresses others are told to find them, decides. A listener on all addresses of the
 * machine answers on loopback too, so its address alone would not tell.
 */
export function reachOf({ host, publicBases }: Pick<Configuration, "host" | "publicBases">): Reach {
  const named = Object.values(publicBases).filter((base) => base !== undefined);
  const hosts = [host, ...named.map((base) => new URL(base).hostname.replace(/^\[(.*)\]$/u, "$1"))];
  return hosts.every(isLoopback) ? "this-machine" : "network";
}
