import type { Credentials } from "../core/configuration.ts";

/** One request to the ATS of one customer. */
export interface AtsCall {
  readonly method: "GET" | "POST" | "PATCH";
  /** Absolute, below the `api.baseUrl` of the order that is worked on. */
  readonly address: string;
  readonly credentials: Credentials;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
}

export interface AtsAnswer {
  readonly status: number;
  readonly location: string | undefined;
  /** The parsed body; undefined when there is none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Sends a request; rejects with `AtsRefused` when the answer is no 2xx. */
export type CallAts = (call: AtsCall) => Promise<AtsAnswer>;

/** The ATS said no. */
export class AtsRefused extends Error {
  override readonly name = "AtsRefused";
  readonly response: Response;
  constructor(response: Response) {
    super(`the ATS answered ${response.status}`);
    this.response = response;
  }
}
