import type { Machine } from "../machine.ts";

/** What the last answer said of the day's requests. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since 1970; the vendor starts anew at midnight UTC. */
  readonly resetsAt: number;
}

/** Keeps what all calls of a client share: the quota, and until when nothing may be sent. */
export interface QuotaKeeper {
  readonly current: () => Quota | undefined;
  /** How long to wait before the next call, in milliseconds. */
  readonly waitMs: () => number;
  /** Learns from an answer and returns how long it asks to wait; undefined when it does not. */
  readonly learn: (response: Response) => number | undefined;
}

const dayMs = 86_400_000;

/** A keeper that knows nothing yet. */
export function createQuotaKeeper(machine: Machine): QuotaKeeper {
  let quota: Quota | undefined;
  let quietUntil = 0;
  return {
    current: () => quota,
    waitMs: () => Math.max(0, quietUntil - machine.now()),
    learn: (response) => {
      const { headers, status } = response;
      const now = machine.now();
      quota = quotaOf(headers, now) ?? quota;
      const untilReset = quota && Math.max(0, quota.resetsAt - now);
      // A 429 may tell when requests are new without telling how many there were.
      const newInMs = resetMs(headers) ?? untilReset;
      const asked = retryAfterMs(headers, now) ?? (status === 429 ? newInMs : undefined);
      if (status === 429 && asked !== undefined) quietUntil = now + asked;
      // The last one was just spent: the next would be refused, and might count against us.
      else if (headers.get("x-ratelimit-remaining") === "0") quietUntil = now + (untilReset ?? 0);
      return asked;
    },
  };
}

function quotaOf(headers: Headers, now: number): Quota | undefined {
  const limit = readNumber(headers, "x-ratelimit-limit");
  const remaining = readNumber(headers, "x-ratelimit-remaining");
  const seconds = readNumber(headers, "x-ratelimit-reset");
  if (limit === undefined || remaining === undefined || seconds === undefined) return undefined;
  return { limit, remaining, resetsAt: now + Math.min(seconds * 1000, dayMs) };
}

function resetMs(headers: Headers): number | undefined {
  const seconds = readNumber(headers, "x-ratelimit-reset");
  return seconds === undefined ? undefined : Math.min(seconds * 1000, dayMs);
}

// Seconds, or a date of HTTP.
function retryAfterMs(headers: Headers, now: number): number | undefined {
  const seconds = readNumber(headers, "retry-after");
  const date = Date.parse(headers.get("retry-after") ?? "");
  const askedMs = seconds === undefined ? date - now : seconds * 1000;
  return Number.isFinite(askedMs) ? Math.min(Math.max(askedMs, 0), dayMs) : undefined;
}

function readNumber(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)?.trim() ?? "";
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}
