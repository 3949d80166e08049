import type { OutboundSettings } from "./outbound-settings.ts";
import { makeWire, type Wire, type WireTarget } from "./wire.ts";

/** The connections to partners: one call at a time each, a bounded number kept open between calls. */
export interface Wires {
  /** An idle one to the target, or a new one. */
  readonly take: (target: WireTarget) => Wire;
  /** After a call that ended well: may be used again. */
  readonly giveBack: (wire: Wire) => void;
  /** After any other call: closed at once, also while it connects. */
  readonly discard: (wire: Wire) => void;
  readonly close: () => Promise<void>;
}

export function openWires(settings: OutboundSettings): Wires {
  // In the order of their last use, the oldest first.
  const idle = new Set<Wire>();
  return {
    take: (target) => {
      const found = [...idle].findLast((wire) => isSameTarget(wire.target, target));
      if (found === undefined) return makeWire(target, settings);
      idle.delete(found);
      return found;
    },
    giveBack: (wire) => {
      idle.add(wire);
      const [oldest] = idle;
      if (idle.size <= settings.maxIdleWires || oldest === undefined) return;
      idle.delete(oldest);
      discard(oldest);
    },
    discard,
    close: async () => {
      const open = [...idle];
      idle.clear();
      await Promise.all(open.map(async ({ client }) => client.destroy()));
    },
  };
}

function discard(wire: Wire): void {
  void wire.client.destroy();
}

function isSameTarget(left: WireTarget, right: WireTarget): boolean {
  return left.origin === right.origin && left.trustedCertificates === right.trustedCertificates;
}
