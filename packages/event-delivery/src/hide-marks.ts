import { findMasks, formatMask, type Mask } from "@slipway/exchange";

/** A masked text made fit for people: each mark becomes what `say` says of it. */
export function hideMarks(text: string, say: (mask: Mask) => string): string {
  let shown = text;
  for (const mask of findMasks(text)) shown = shown.replaceAll(formatMask(mask), say(mask));
  return shown;
}
