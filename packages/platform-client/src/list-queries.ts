import type { Notice } from "./wire.ts";

export interface NoticeQuery {
  readonly integration?: string;
  readonly state?: Notice["state"];
  /** Default 100, at most 999. */
  readonly limit?: number;
}

export interface ExchangeQuery {
  readonly run?: string;
  readonly workflow?: number;
  readonly person?: number;
  readonly order?: string;
  readonly after?: string;
  /** Default 100, at most 999. */
  readonly limit?: number;
  /** Default `newest-first`. */
  readonly orderBy?: "oldest-first" | "newest-first";
}
