/** Which exchanges of a tenant are listed. */
export interface ExchangeQuery {
  readonly customerId: string;
  readonly runId?: string;
  readonly workflowId?: number;
  readonly personId?: number;
  readonly orderId?: string;
  /** Only exchanges recorded after this one; for following along. */
  readonly after?: string;
  readonly limit: number;
  readonly order: "oldest-first" | "newest-first";
}
