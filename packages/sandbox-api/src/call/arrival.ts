import type { Header, RawBody } from "@slipway/exchange";

/** A request as it came from the socket, its body read but not parsed. */
export interface Arrival {
  readonly httpVersion: string;
  readonly method: string;
  /** As sent, without the query. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly headers: readonly Header[];
  readonly authorization: string | undefined;
  /** The IP address at the other end of the connection; undefined when it is gone. */
  readonly callerAddress: string | undefined;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly body: RawBody;
  /** The decoded parts of the path that the endpoint names. */
  readonly params: Readonly<Record<string, string>>;
  /** When it arrived, on the monotonic clock. */
  readonly arrivedMs: number;
  /** In braces and upper case, as the answer carries it. */
  readonly transactionId: string;
}
