/** An integration user of a customer, its password proven. */
export interface ApiUser {
  readonly customerId: string;
  readonly username: string;
  readonly userId: number;
  readonly loginGroup: string;
  /** On the tenant's clock; undefined when it does not end. */
  readonly expiresAt: Date | undefined;
}
