import { setTimeout as wait } from "node:timers/promises";

import type { Credentials } from "./configuration.ts";

/** One call of the ATS API of one customer. */
export interface AtsCall {
  readonly method: "GET" | "POST" | "PATCH";
  /** Absolute, below the `api.baseUrl` of the order that is worked on. */
  readonly address: string;
  readonly credentials: Credentials;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Until when repeating makes sense, in milliseconds since 1970; left out: until the partner ends. */
  readonly giveUpAt?: number;
  /** Asked before each repetition of what must not happen twice; the answer it finds is the call's answer. */
  readonly beforeRepeat?: () => Promise<AtsAnswer | undefined>;
}

export interface AtsAnswer {
  readonly status: number;
  readonly location: string | undefined;
  /** The parsed body; undefined when there is none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** The ATS said no; saying it again will not help. */
export class AtsRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the ATS answered ${status}`);
    this.name = "AtsRefused";
    this.status = status;
  }
}

/** The ATS did not answer usefully within the time that we had. */
export class AtsUnavailable extends Error {
  override readonly name = "AtsUnavailable";
}

export interface BackOff {
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** Aborted when the partner ends: nothing is waited for any more. */
  readonly signal: AbortSignal;
}

export type CallAts = (call: AtsCall) => Promise<AtsAnswer>;

const attemptTimeoutMs = 15_000;
const dayMs = 86_400_000;

/**
 * Calls the ATS and backs off: what may heal by itself (429, 5xx, no answer) is repeated, each time after twice the wait, and
 * never sooner than the ATS asks. After a 429 the user's other calls wait as well: the quota is theirs together. Throws
 * `AtsRefused`, or `AtsUnavailable` when the time is up.
 */
export function createAtsClient(backOff: BackOff): CallAts {
  const quietUntil = new Map<string, number>();
  return async (call) => {
    const user = `${call.credentials.username} at ${new URL(call.address).origin}`;
    for (let attempts = 0; ; attempts += 1) {
      await waitUntil(quietUntil.get(user) ?? 0, call, backOff.signal);
      const done = attempts === 0 ? undefined : await call.beforeRepeat?.();
      if (done !== undefined) return done;
      const answer = await attempt(call, backOff.signal);
      if (answer !== undefined && !mayHeal(answer.status)) return read(answer);
      await answer?.body?.cancel();
      const resumeAt = Date.now() + Math.max(delayMs(backOff, attempts), askedWaitMs(answer));
      if (answer?.status === 429) quietUntil.set(user, resumeAt);
      await waitUntil(resumeAt, call, backOff.signal);
    }
  };
}

async function waitUntil(instant: number, call: AtsCall, signal: AbortSignal): Promise<void> {
  const waitMs = instant - Date.now();
  if (waitMs <= 0) return;
  if (instant >= (call.giveUpAt ?? Infinity)) {
    throw new AtsUnavailable("the ATS is not available for longer than we can wait");
  }
  await wait(waitMs, undefined, { signal });
}

// A little chance on top, so that those who were refused together do not come back together.
function delayMs({ firstDelayMs, longestDelayMs }: BackOff, attempts: number): number {
  return Math.min(firstDelayMs * 2 ** attempts, longestDelayMs) * (1 + Math.random() / 4);
}

async function attempt(call: AtsCall, signal: AbortSignal): Promise<Response | undefined> {
  const { username, password } = call.credentials;
  const timeLeftMs = Math.max(1, (call.giveUpAt ?? Infinity) - Date.now());
  const timeout = AbortSignal.timeout(Math.min(attemptTimeoutMs, timeLeftMs));
  try {
    return await fetch(call.address, {
      method: call.method,
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout]),
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
        accept: "application/json",
        "user-agent": "ExamplePrimePartner/1.0",
        ...(call.body && { "content-type": "application/json" }),
      },
      ...(call.body && { body: JSON.stringify(call.body) }),
    });
  } catch {
    // No connection, no answer in time: fetch throws a TypeError or a time-out for all of these.
    signal.throwIfAborted();
    return undefined;
  }
}

function mayHeal(status: number): boolean {
  return status === 429 || status >= 500;
}

function askedWaitMs(answer: Response | undefined): number {
  if (answer === undefined) return 0;
  const whenQuotaIsNew = answer.status === 429 ? answer.headers.get("x-ratelimit-reset") : null;
  const seconds = Number(answer.headers.get("retry-after") ?? whenQuotaIsNew ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, dayMs) : 0;
}

async function read(answer: Response): Promise<AtsAnswer> {
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new AtsRefused(answer.status);
  }
  const text = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get("location") ?? undefined,
    // The API answers objects; what they hold is looked at where it is used.
    body: text === "" ? undefined : (JSON.parse(text) as Readonly<Record<string, unknown>>),
  };
}
