import type { Exchange, ExchangeId } from "@slipway/exchange";

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
}
