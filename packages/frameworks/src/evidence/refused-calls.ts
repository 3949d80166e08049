import type { Exchange } from "@slipway/exchange";

/** A call that the ATS refused for the moment, and when and for how long. */
export interface RefusedCall {
  readonly call: Exchange;
  /** When its answer was complete, in milliseconds since 1970. */
  readonly endedMs: number;
  /** What `Retry-After` asks for; undefined where it is absent or no number. */
  readonly retryAfterMs: number | undefined;
}

/** The calls that got one of these statuses, in their order. */
export function refusedCalls(
  calls: readonly Exchange[],
  statuses: readonly number[],
): readonly RefusedCall[] {
  return calls
    .filter(({ answer }) => answer.kind === "answered" && statuses.includes(answer.status))
    .map((call) => ({
      call,
      endedMs: call.at.getTime() + call.durationMs,
      retryAfterMs: retryAfterMs(call),
    }));
}

/** Whether both ask for the same thing: who sends the other has repeated the one. */
export function isSameCall(one: Exchange, other: Exchange): boolean {
  return (
    one.request.method === other.request.method &&
    one.request.path === other.request.path &&
    one.request.query === other.request.query
  );
}

function retryAfterMs({ answer }: Exchange): number | undefined {
  if (answer.kind !== "answered") return undefined;
  const header = answer.headers.find(([name]) => name.toLowerCase() === "retry-after");
  const seconds = header === undefined ? Number.NaN : Number(header[1]);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
