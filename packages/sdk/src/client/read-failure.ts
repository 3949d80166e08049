import {
  AtsAuthenticationError,
  type AtsError,
  AtsNotFoundError,
  AtsQuotaError,
  AtsRequestError,
  AtsUnavailableError,
  type FailedCall,
  type VendorProblem,
} from "../error/ats-error.ts";
import { isObject } from "../is-object.ts";

export interface FailedAnswer {
  readonly method: string;
  readonly path: string;
  readonly response: Response;
  readonly text: string;
  readonly retryAfterMs: number | undefined;
}

/** The error for an answer that is no 2xx. */
export function readFailure({
  method,
  path,
  response,
  text,
  retryAfterMs,
}: FailedAnswer): AtsError {
  const { status, headers } = response;
  const problems = problemsOf(text, headers);
  const transactionId = headers.get("x-transaction");
  const told = problems.map(({ code, message }) => `${code} ${message}`).join("; ");
  const call: FailedCall = {
    method,
    path,
    status,
    problems,
    ...(transactionId === null ? {} : { transactionId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    expected: "2xx",
    arrived: told ? `${status} (${told})` : String(status),
  };
  return new (classOf(status))(call);
}

function classOf(status: number): typeof AtsError {
  if (status === 401 || status === 403) return AtsAuthenticationError;
  if (status === 404) return AtsNotFoundError;
  if (status === 429) return AtsQuotaError;
  return status >= 500 ? AtsUnavailableError : AtsRequestError;
}

// In the body, else in the headers (`code:detail`); several headers of one name arrive joined by commas.
function problemsOf(text: string, headers: Headers): readonly VendorProblem[] {
  const body = parse(text);
  const items = isObject(body) && Array.isArray(body["errors"]) ? body["errors"] : [];
  const inBody = items.flatMap((item: unknown): readonly VendorProblem[] => {
    if (!isObject(item) || typeof item["errorMessage"] !== "string") return [];
    const code = Number(item["errorCode"]);
    return Number.isFinite(code) ? [{ code, message: item["errorMessage"] }] : [];
  });
  if (inBody.length > 0) return inBody;
  const header = headers.get("x-error") ?? "";
  return header.split(/,\s*(?=\d+:)/u).flatMap((one) => {
    const [, code, message] = /^(\d+):(.*)$/u.exec(one) ?? [];
    return code === undefined ? [] : [{ code: Number(code), message: message ?? "" }];
  });
}

function parse(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined; // A page of a proxy, for example; the status says enough.
  }
}
