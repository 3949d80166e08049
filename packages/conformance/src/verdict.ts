import type { ExchangeId } from "@slipway/exchange";

/**
 * What a check concluded. A verdict carries only the facts that are true of it.
 *
 * - `pass`: the exchanges prove the requirement.
 * - `fail`: they prove the opposite; `faultOwner` on the result says whose it is.
 * - `warn`: nothing forbidden, something the partner should know.
 * - `not-applicable`: the requirement does not concern this integration or place; `why` says so.
 * - `not-exercised`: nothing was there to judge; never a pass.
 * - `needs-review`: only a person can tell; `question` is what to look at.
 * - `waiting`: somebody has to do something until a time.
 * - `checker-error`: we could not judge; never shown as the partner's fault.
 * - `cancelled`: the run was ended before this was judged.
 */
export type Verdict =
  | { readonly kind: "pass" }
  | ({ readonly kind: "fail" } & Finding)
  | ({ readonly kind: "warn" } & Finding)
  | { readonly kind: "not-applicable"; readonly why: string }
  | { readonly kind: "not-exercised"; readonly why: string }
  | { readonly kind: "needs-review"; readonly question: string }
  | {
      readonly kind: "waiting";
      readonly for: string;
      readonly toDo: string;
      readonly until: string;
    }
  | { readonly kind: "checker-error"; readonly reason: string }
  | { readonly kind: "cancelled" };

/** What the partner reads: what was expected, what arrived, where, and what to do next. */
export interface Finding {
  readonly expected: string;
  readonly arrived: string;
  /** The place inside the exchange, as `answer.status` or `answer.body.error.userMessage`. */
  readonly where?: string;
  readonly toDo: string;
}

/** What a verdict says, without its facts. */
export type VerdictKind = Verdict["kind"];

/** A verdict with the exchanges that prove it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly exchanges: readonly ExchangeId[];
}
