/** A request with its body read: what authenticators and handlers look at. */
export interface InboundRequest {
  readonly method: string;
  /** As sent: the path and, after a question mark, the query. */
  readonly target: string;
  readonly headers: Headers;
  /** With its port, as the caller named it. */
  readonly host: string;
  /** As it arrived, perhaps compressed. */
  readonly rawBody: Uint8Array;
  /** The body without its compression. */
  readonly body: Uint8Array;
}

/** A function from a request to an answer, as the Fetch API has both; every HTTP framework can be given one. */
export type RequestHandler = (request: Request) => Promise<Response>;

/** The password of a user, or the key; undefined for nobody known. */
export type SecretOf = (username: string) => string | undefined | Promise<string | undefined>;
