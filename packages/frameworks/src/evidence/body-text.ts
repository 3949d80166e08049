import { findMasks, formatMask, type Mask, type RecordedBody } from "@slipway/exchange";

/**
 * A recorded body's text for a parser; empty when there is none. What was masked becomes plain ASCII, one text for equal values:
 * a mark's own brackets would make an address or a date invalid that was valid on the wire.
 */
export function bodyText(body: RecordedBody): string {
  return body.kind === "none" ? "" : unmarked(body.content, ({ digest }) => `masked-${digest}`);
}

/** The text with each mark replaced. */
export function unmarked(text: string, replacementOf: (mask: Mask) => string): string {
  return findMasks(text).reduce(
    (rest, mask) => rest.replaceAll(formatMask(mask), replacementOf(mask)),
    text,
  );
}
