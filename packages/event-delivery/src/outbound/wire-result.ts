import type { CutReason, Header } from "@slipway/exchange";

import type { Failure } from "./explain-failure.ts";

/** What came back, as it came: not decompressed. */
export interface WireResult {
  readonly answer:
    | { readonly kind: "answered"; readonly status: number; readonly headers: readonly Header[] }
    | ({ readonly kind: "no-answer" } & Failure);
  /** The body; for an answer that broke off in its head, the bytes of the head. */
  readonly bytes: Uint8Array | undefined;
  readonly cut: { readonly limitBytes: number; readonly reason: CutReason } | undefined;
  /** Milliseconds from the beginning of the attempt to the first byte out; undefined when none went out. */
  readonly connectMs: number | undefined;
  /** Milliseconds from the first byte out (or, without one, from the beginning) to the last byte in or to the failure. */
  readonly durationMs: number;
}
