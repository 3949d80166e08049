/** What is sent, as it is kept in the delivery's row: no secret is in it. */
export interface DeliveryRequest {
  readonly method: "GET" | "POST";
  /** Appended to the endpoint; starts with a slash. */
  readonly path: string;
  /** The whole address of a page that the partner named, in place of endpoint and path. */
  readonly address?: string;
  readonly query: Readonly<Record<string, string>>;
  /** The exact text of the body, JSON unless a scenario spoils it; null when there is none. As text, because `jsonb` would sort its keys. */
  readonly body: string | null;
  /** Whether the body travels compressed (events do, PAY; orders do not). */
  readonly gzip: boolean;
  /** Beside those that every call carries. */
  readonly headers: Readonly<Record<string, string>>;
  /** `wrong`: the configured user with another password or key; with OAuth, a token that was never given out. */
  readonly credentials: "configured" | "wrong" | "none";
}

/** The ids by which a call is tied to a step. */
export interface DeliveryReferences {
  readonly personId?: number;
  readonly jobId?: number;
  readonly workflowId?: number;
  readonly orderId?: string;
}
