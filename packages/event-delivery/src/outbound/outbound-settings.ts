import { lookup } from "node:dns/promises";

import type { ResolveHost } from "./checked-lookup.ts";
import type { AddressPolicy } from "./is-forbidden-address.ts";

/** How the platform calls out. */
export interface OutboundSettings extends AddressPolicy {
  /** From the attempt's beginning, connecting included, to the answer's last byte; real time. The vendor's side waits 30 s (CLI). */
  readonly timeoutMs: number;
  /** Of an answer's body, kept on the wire and after decompression. */
  readonly maxAnswerBytes: number;
  /** Of an answer's status line and headers. */
  readonly maxHeaderBytes: number;
  /** Connections kept open between calls, over all lanes. */
  readonly maxIdleWires: number;
  readonly resolveHost: ResolveHost;
}

/** The settings of an installation: 30 s, 1 MiB, 32 KiB, 64 idle connections, no private addresses, the system's resolver. */
export const defaultOutboundSettings: OutboundSettings = {
  timeoutMs: 30_000,
  maxAnswerBytes: 1_048_576,
  maxHeaderBytes: 32_768,
  maxIdleWires: 64,
  allowPrivateAddresses: false,
  resolveHost: async (hostname, options) => lookup(hostname, { ...options, all: true }),
};
