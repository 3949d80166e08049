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
  /** The longest wait of its own accord between two repetitions. Left out: 60,000. */
  readonly longestDelayMs?: number;
  /** Who is asked to wait longer gets an error with `retryAfterMs`. Left out: 60,000. */
  readonly longestWaitMs?: number;
  /** Left out: 15,000. */
  readonly attemptTimeoutMs?: number;
  /**
   * Until when calls make sense, in milliseconds since 1970: no attempt and no wait goes beyond it, and who would have to gets
   * the error at once. Left out: no end. For one answer of yours that has to be quick: `client.within({ giveUpAt })`.
   */
  readonly giveUpAt?: number;
  /** Ends every call and every waiting. */
  readonly signal?: AbortSignal;
  /** Time, chance and network, for tests. Left out: the process's own. */
  readonly machine?: Partial<Machine>;
}

/** How patient calls are; what is left out stays as it was. */
export type Patience = Pick<
  AtsClientOptions,
  | "mostRepeats"
  | "firstDelayMs"
  | "longestDelayMs"
  | "longestWaitMs"
  | "attemptTimeoutMs"
  | "giveUpAt"
  | "signal"
>;

/** For what must not be made twice. */
export interface MakeOnce {
  /**
   * Looks whether it is there already and tells its number. With it the call is repeated like others: before each repetition,
   * and when the answer does not tell the number, it is asked.
   */
  readonly findExisting?: () => Promise<number | undefined>;
}
