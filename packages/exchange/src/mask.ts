const maskKinds = [
  "credential",
  "token",
  "cookie",
  "government-id",
  "birth-date",
  "personal",
] as const;

/** What a mark stands for. */
export type MaskKind = (typeof maskKinds)[number];

/** A masked value: its kind, a keyed digest by which equal values can be recognised, and its length in characters. */
export interface Mask {
  readonly kind: MaskKind;
  /** 16 hexadecimal digits of an HMAC-SHA-256 under the sandbox pair's own key, which is never exported. */
  readonly digest: string;
  readonly length: number;
}

const markPattern = new RegExp(`⟦(${maskKinds.join("|")}):([0-9a-f]{16}):(\\d+)⟧`, "gu");

/** The mark as it stands inside stored text. */
export function formatMask(mask: Mask): string {
  return `⟦${mask.kind}:${mask.digest}:${mask.length}⟧`;
}

/** Every mark in a stored text, in order; what only looks like one is passed over. */
export function findMasks(text: string): readonly Mask[] {
  return Array.from(text.matchAll(markPattern)).flatMap(([, name, digest = "", length]) => {
    const kind = maskKinds.find((known) => known === name);
    return kind === undefined ? [] : [{ kind, digest, length: Number(length) }];
  });
}
