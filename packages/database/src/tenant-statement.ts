/** One SQL statement with its parameters. It names the `customer_id` of what it touches. */
export interface TenantStatement {
  /** A name makes it a prepared statement of the connection: use one for statements on a hot path. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs one statement, which is its own transaction, on one tenant's data. `Row` is what the statement's columns are. */
export type RunTenantStatement = <Row extends object>(
  customerId: string,
  statement: TenantStatement,
) => Promise<Row[]>;
