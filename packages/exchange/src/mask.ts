/** What a mark stands for. */
export type MaskKind =
  | "credential"
  | "token"
  | "cookie"
  | "government-id"
  | "birth-date"
  | "personal";

/** A masked value: its kind, a keyed digest by which equal values can be recognised, and its length in characters. */
export interface Mask {
  readonly kind: MaskKind;
  /** 16 hexadecimal digits of an HMAC-SHA-256 under the sandbox pair's own key, which is never exported. */
  readonly digest: string;
  readonly length: number;
}

const markPattern =
  /⟦(credential|token|cookie|government-id|birth-date|personal):([0-9a-f]{16}):(\d+)⟧/gu;

/** The mark as it stands inside stored text. */
export function formatMask(mask: Mask): string {
  return `⟦${mask.kind}:${mask.digest}:${mask.length}⟧`;
}

/**
 * Every mark in a stored text, in order. A bracket that arrived from outside is stored as `⟦27e6⟧`, so each mark is ours;
 * NUL and half surrogate pairs, which cannot be stored, are `⟦0000⟧` and `⟦d83d⟧` in the same way.
 */
export function findMasks(text: string): readonly Mask[] {
  return Array.from(text.matchAll(markPattern), ([, kind, digest, length]) => ({
    // The pattern admits the kinds of `MaskKind` and nothing else.
    kind: kind as MaskKind,
    digest: digest ?? "",
    length: Number(length),
  }));
}
