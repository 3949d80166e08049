import type { MaskKind } from "@slipway/exchange";

/** A stretch of text that must not be stored. */
export interface Found {
  /** Offsets into the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
  /** The value behind it, without the escapes of the place where it stood: equal values give equal marks. */
  readonly value: string;
  /** What recognised it: its place (a field, a header), its own shape, or that it was known already. */
  readonly by: "place" | "shape" | "known" | "echo";
  /** Where in a structured text: `.error.userMessage`; empty for the text as a whole. */
  readonly within: string;
  /** The mark needs quotes of its own, because a bare number stood there. */
  readonly bare?: boolean;
}

/** What is found in most texts; shared, because every request has many of them. */
export const nothingFound: readonly Found[] = [];

/** The same findings in a text that has this one at `offset`. */
export function moveFound(found: readonly Found[], offset: number): readonly Found[] {
  return offset === 0
    ? found
    : found.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset }));
}

/** Sorted, and without overlaps: where two overlap, the one that starts first covers both. */
export function mergeFound(found: readonly Found[], text: string): readonly Found[] {
  if (found.length < 2) return found;
  const sorted = found.toSorted((left, right) =>
    left.start === right.start ? right.end - left.end : left.start - right.start,
  );
  const merged: Found[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.start >= last.end) merged.push(next);
    else if (next.end > last.end)
      merged[merged.length - 1] = {
        ...last,
        end: next.end,
        value: text.slice(last.start, next.end),
      };
  }
  return merged;
}
