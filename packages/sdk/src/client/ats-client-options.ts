import type { AtsCredentials } from "../credentials/ats-credentials.ts";
import type { Machine } from "../machine.ts";

export interface AtsClientOptions {
  /** Of one customer, without a slash at the end: `https://api.icims.com/customers/9001`, or that of a sandbox. */
  readonly address: string;
  readonly credentials: AtsCredentials;
  /** Left out: `slipway-sdk`. */
  readonly userAgent?: string;
  /** How often an idempotent call is repeated at most. Left out: 4. */
  readonly mostRepeats?: number;
  /** Before the first repetition; doubled for each further one. Left out: 500. */
  readonly firstDelayMs?: number;
  /** Who is asked to wait longer gets an error with `retryAfterMs`. Left out: 60,000. */
  readonly longestWaitMs?: number;
  /** Left out: 15,000. */
  readonly attemptTimeoutMs?: number;
  /** Ends every call and every waiting. */
  readonly signal?: AbortSignal;
  /** Time, chance and network, for tests. Left out: the process's own. */
  readonly machine?: Partial<Machine>;
}
