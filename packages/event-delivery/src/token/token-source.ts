import type { ClaimedDelivery } from "../claimed-delivery.ts";
import type { IssuedToken, TokenClient } from "../connection/open-credentials.ts";

/** The access tokens of one worker, in memory: one for each connection, until shortly before it runs out. */
export interface AccessTokens {
  /**
   * The token of a client: the one on hand, or a new one. Calls that want it at the same time wait for one fetch. Throws a
   * `TokenProblem`, which is not remembered: the next call asks again.
   */
  readonly tokenFor: (client: TokenClient, delivery: ClaimedDelivery) => Promise<IssuedToken>;
}
