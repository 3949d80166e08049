import type { Finding } from "@slipway/conformance";
import type { Exchange, Region } from "@slipway/exchange";

/** A value of one tenant where another belongs. */
export interface Offence {
  readonly region: Region | undefined;
  readonly finding: Finding;
  readonly calls: readonly Exchange[];
  /** Whether it surely comes from the run: a call that fits none of its orders may be somebody's own try. */
  readonly isCertain: boolean;
}
