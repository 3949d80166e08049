import { createHmac } from "node:crypto";

import { formatMask, type MaskKind } from "@slipway/exchange";

/** Writes the mark of a value. */
export type Marker = (kind: MaskKind, value: string) => string;

const rememberedMarks = 2000;
const markers = new Map<string, Marker>();

/** The marks of one sandbox pair: equal values give equal marks under its key, and nothing is learnt without the key. */
export function markerFor(maskKey: Uint8Array): Marker {
  const id = Buffer.from(maskKey.buffer, maskKey.byteOffset, maskKey.byteLength).toString("latin1");
  const known = markers.get(id);
  if (known !== undefined) return known;
  const marker = createMarker(maskKey);
  if (markers.size >= rememberedMarks) markers.clear();
  markers.set(id, marker);
  return marker;
}

function createMarker(maskKey: Uint8Array): Marker {
  // The same credential comes with every request of a partner: its digest is made once.
  const remembered = new Map<string, string>();
  return (kind, value) => {
    const id = `${kind} ${value}`;
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const digest = createHmac("sha256", maskKey).update(value, "utf8").digest("hex").slice(0, 16);
    const mark = formatMask({ kind, digest, length: Array.from(value).length });
    if (remembered.size >= rememberedMarks) remembered.clear();
    if (value.length <= 200) remembered.set(id, mark);
    return mark;
  };
}
