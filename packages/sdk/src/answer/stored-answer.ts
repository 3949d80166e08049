import type { RefusalText } from "./refusal.ts";

/** An answer as plain values, fit to be stored and given again. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer with a JSON body. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): StoredAnswer {
  const text = JSON.stringify(body);
  const type = { "content-type": "application/json; charset=utf-8" };
  return { status, headers: { ...type, ...headers }, body: text };
}

/** 303 with the address at which the candidate goes on. */
export function redirectAnswer(location: string): StoredAnswer {
  return { status: 303, headers: { location }, body: "" };
}

/** The vendor's error standard: `{"error":{"userMessage","debugErrorMessage"}}`. */
export function refusalAnswer({
  status,
  userMessage,
  debugErrorMessage,
  retryAfterSeconds,
}: RefusalText): StoredAnswer {
  const retry = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return jsonAnswer(status, { error: { userMessage, debugErrorMessage } }, retry);
}

/** The answer for the Fetch API. */
export function responseOf({ status, headers, body }: StoredAnswer): Response {
  return new Response(body === "" ? null : body, { status, headers: { ...headers } });
}
