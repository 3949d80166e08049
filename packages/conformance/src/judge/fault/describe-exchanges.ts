import type { Exchange } from "@slipway/exchange";

/** The first few as facts, and how many more there are. */
export function describeExchanges(exchanges: readonly Exchange[], limit = 3): readonly string[] {
  const facts = [...new Set(exchanges.map(describeExchange))];
  const rest = facts.length - limit;
  return [...facts.slice(0, limit), ...(rest > 0 ? [`and ${rest} more like it`] : [])];
}

/** A call and what came of it, as a fact: `the partner answered 200 to POST http://127.0.0.1:9000/orders`. */
function describeExchange({ direction, request, answer }: Exchange): string {
  const { method, path, origin } = request;
  if (direction === "to-ats")
    return answer.kind === "answered"
      ? `the sandbox answered ${answer.status} to ${method} ${path}`
      : `the sandbox gave no answer to ${method} ${path} (${answer.reason})`;
  return answer.kind === "answered"
    ? `the partner answered ${answer.status} to ${method} ${origin}${path}`
    : `${method} ${origin}${path} got no answer: ${answer.reason} (${answer.detail})`;
}
