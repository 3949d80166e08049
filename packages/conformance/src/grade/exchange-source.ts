import type { Exchange, ExchangeId } from "@slipway/exchange";

/** What was recorded last of a customer. */
export interface NewestExchanges {
  readonly any: ExchangeId;
  /** The last call of the ATS by which a partner may have changed something; undefined when none of late was one. */
  readonly write: ExchangeId | undefined;
}

/** Where the judge gets recorded exchanges from; filled in where the platform is wired. */
export interface ExchangeSource {
  /** What was recorded for a customer between two moments of the installation's clock, oldest first. */
  readonly recordedBetween: (
    customerId: string,
    from: Date,
    to: Date,
  ) => Promise<readonly Exchange[]>;
  /** The named exchanges of a customer, oldest first. */
  readonly byIds: (customerId: string, ids: readonly ExchangeId[]) => Promise<readonly Exchange[]>;
  /** What was recorded last of each of these customers; none of who has none. */
  readonly newestOf: (
    customerIds: readonly string[],
  ) => Promise<ReadonlyMap<string, NewestExchanges>>;
}
