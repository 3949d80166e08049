/** What the load generator sends. */
export interface LoadPlan {
  /** `http://127.0.0.1:port`. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
  readonly send:
    | { readonly kind: "get"; readonly requests: readonly GetRequest[] }
    /** Each body is sent once, by whichever connection is next. */
    | {
        readonly kind: "send-bodies";
        readonly method: "POST" | "PATCH";
        readonly requests: readonly { readonly path: string; readonly body: string }[];
      };
}

export interface GetRequest {
  readonly path: string;
  /** Beside those of the plan. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface LoadResult {
  /** Answers with a 2xx status. */
  readonly answered: number;
  readonly seconds: number;
  /** Answers with another status. */
  readonly refused: number;
  /** Connections broken, time-outs. */
  readonly failed: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytes: number;
}
