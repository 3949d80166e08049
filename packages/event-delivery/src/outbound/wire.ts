import type { Socket } from "node:net";
import { getCACertificates } from "node:tls";

import { buildConnector, Client } from "undici";

import { checkedLookup } from "./checked-lookup.ts";
import { ForbiddenAddressError } from "./forbidden-address-error.ts";
import { isForbiddenAddress, isLiteralAddress } from "./is-forbidden-address.ts";
import type { OutboundSettings } from "./outbound-settings.ts";

/** Where a wire leads, and whom it trusts there. */
export interface WireTarget {
  /** Scheme, host, port. */
  readonly origin: string;
  /** PEM certificates of authorities trusted beside the well-known ones. */
  readonly trustedCertificates: string | undefined;
}

/** One connection to one partner, used by one call at a time and kept open between calls. */
export interface Wire {
  readonly target: WireTarget;
  readonly client: Client;
  /** Told of every chunk as it comes off the socket, before it is parsed. */
  onBytes: (chunk: Uint8Array) => void;
}

// A partner may close an idle connection at any moment, and a call that meets the closing is lost, for it is never sent again.
// So a connection idles for a second only, or as long as the partner's own `Keep-Alive` hint says, less two seconds.
const idleMs = 1000;
const longestIdleMs = 10_000;
const idleMarginMs = 2000;

/** Opens nothing yet: the connection is made by the first call, and made anew when it was closed in between. */
export function makeWire(target: WireTarget, settings: OutboundSettings): Wire {
  const connect = connectorFor(target, settings);
  const wire: Wire = {
    target,
    onBytes: () => undefined,
    client: new Client(target.origin, {
      allowH2: false,
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: settings.maxHeaderBytes,
      keepAliveTimeout: idleMs,
      keepAliveMaxTimeout: longestIdleMs,
      keepAliveTimeoutThreshold: idleMarginMs,
      connect: (options, callback) => {
        connect(options, (...result) => {
          if (result[0] === null) tap(result[1], wire);
          callback(...result);
        });
      },
    }),
  };
  return wire;
}

function connectorFor(target: WireTarget, settings: OutboundSettings): buildConnector.connector {
  const connect = buildConnector({
    allowH2: false,
    timeout: settings.timeoutMs,
    lookup: checkedLookup(settings.resolveHost, settings),
    ...(target.trustedCertificates === undefined
      ? {}
      : { ca: [...getCACertificates(), target.trustedCertificates] }),
  });
  return (options, callback) => {
    // Sockets look names up but not literal addresses.
    if (isLiteralAddress(options.hostname) && isForbiddenAddress(options.hostname, settings))
      callback(new ForbiddenAddressError(options.hostname, []), null);
    else connect(options, callback);
  };
}

// The parser tells nothing of a head it could not read to its end; what arrived is evidence all the same.
function tap(socket: Socket, wire: Wire): void {
  const read = socket.read.bind(socket);
  socket.read = (size?: number): unknown => {
    const chunk: unknown = read(size);
    if (chunk instanceof Uint8Array) wire.onBytes(chunk);
    return chunk;
  };
}
