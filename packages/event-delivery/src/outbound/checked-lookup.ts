import type { LookupAddress, LookupOptions } from "node:dns";
import type { LookupFunction } from "node:net";

import { ForbiddenAddressError } from "./forbidden-address-error.ts";
import { isForbiddenAddress, type AddressPolicy } from "./is-forbidden-address.ts";

/** Resolves a name to all its addresses; rejects when it does not exist. */
export type ResolveHost = (hostname: string, options: LookupOptions) => Promise<LookupAddress[]>;

/**
 * A `lookup` for sockets that refuses the name when any of its addresses is forbidden: what it hands over is what was checked
 * and what is connected to, so an answer that changes between two look-ups (DNS rebinding) finds no gap.
 */
export function checkedLookup(resolveHost: ResolveHost, policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    const resolved = resolveHost(hostname, { ...options, all: true });
    resolved.then(
      (addresses) => {
        const [first] = addresses;
        if (
          first === undefined ||
          addresses.some(({ address }) => isForbiddenAddress(address, policy))
        )
          callback(
            new ForbiddenAddressError(
              hostname,
              addresses.map(({ address }) => address),
            ),
            "",
            0,
          );
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: unknown) =>
        // What `dns` rejects with is an error with a code.
        callback(error as NodeJS.ErrnoException, "", 0),
    );
  };
}
