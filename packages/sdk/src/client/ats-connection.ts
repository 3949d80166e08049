import { createAuthorizer, type Authorizer } from "../credentials/create-authorizer.ts";
import {
  AtsAnswerError,
  AtsError,
  AtsQuotaError,
  AtsUnavailableError,
} from "../error/ats-error.ts";
import { machineWith, type Machine } from "../machine.ts";
import type { AtsClientOptions, Patience } from "./ats-client-options.ts";
import { createQuotaKeeper, type Quota, type QuotaKeeper } from "./quota.ts";
import { readFailure } from "./read-failure.ts";

export interface AtsCall {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Absolute, or a path below the customer's address. */
  readonly address: string;
  readonly json?: unknown;
  /** Whether the same call twice does what it does once. Others are repeated only after a 429, which did nothing. */
  readonly isIdempotent: boolean;
  /** Asked before each repetition of what is not idempotent; the answer it finds is the call's. With it such calls are repeated. */
  readonly beforeRepeat?: (() => Promise<AtsAnswer | undefined>) | undefined;
}

export interface AtsAnswer {
  readonly status: number;
  readonly location: string | undefined;
  /** Undefined when there is no body. */
  readonly json: unknown;
}

/** Sends calls, proves them, repeats what may be repeated. Its credentials never leave the origin they belong to. */
export interface AtsConnection {
  readonly call: (call: AtsCall) => Promise<AtsAnswer>;
  readonly quota: () => Quota | undefined;
  /** Where a path below the customer's address is. */
  readonly absolute: (path: string) => string;
  /** The same connection, with its quota and its token, and another patience. */
  readonly within: (patience: Patience) => AtsConnection;
}

interface Sender {
  readonly options: AtsClientOptions;
  readonly machine: Machine;
  readonly keeper: QuotaKeeper;
  readonly authorizer: Authorizer;
}

type Outcome =
  | { readonly kind: "answer"; readonly answer: AtsAnswer }
  | { readonly kind: "failure"; readonly error: AtsError };

const defaults = {
  mostRepeats: 4,
  firstDelayMs: 500,
  longestDelayMs: 60_000,
  longestWaitMs: 60_000,
  attemptTimeoutMs: 15_000,
};

/** A connection for one customer's part of the ATS. */
export function createAtsConnection(options: AtsClientOptions): AtsConnection {
  const machine = machineWith(options.machine);
  const keeper = createQuotaKeeper(machine);
  const authorizer = createAuthorizer(options.credentials, machine);
  return connectionOf({ options, machine, keeper, authorizer });
}

function connectionOf(sender: Sender): AtsConnection {
  return {
    call: async (call) => callUntilDone(sender, call),
    quota: sender.keeper.current,
    absolute: (path) => sender.options.address.replace(/\/+$/u, "") + path,
    within: (patience) => connectionOf({ ...sender, options: { ...sender.options, ...patience } }),
  };
}

async function callUntilDone(sender: Sender, call: AtsCall): Promise<AtsAnswer> {
  const { authorizer, keeper, machine, options } = sender;
  const { mostRepeats = defaults.mostRepeats, longestWaitMs = defaults.longestWaitMs } = options;
  let hasRenewed = false;
  for (let repeats = 0; ;) {
    await waitTurn(sender, call);
    const done = repeats === 0 ? undefined : await call.beforeRepeat?.();
    if (done !== undefined) return done;
    const outcome = await attempt(sender, call);
    if (outcome.kind === "answer") return outcome.answer;
    const { error } = outcome;
    // A token can end early. What was refused with 401 was not done, so that even a write may be sent again.
    if (error.status === 401 && !hasRenewed && authorizer.renew()) {
      hasRenewed = true;
      continue;
    }
    // Gone at the second attempt: the first one did it, and its answer was lost.
    if (call.method === "DELETE" && error.status === 404 && repeats > 0) return nothing;
    // Who was refused for want of requests did nothing.
    const mayRepeat = call.isIdempotent || call.beforeRepeat !== undefined || error.status === 429;
    if (!mayRepeat || !mayHeal(error) || repeats >= mostRepeats) throw error;
    const waitMs = Math.max(delayMs(sender, repeats), error.retryAfterMs ?? 0, keeper.waitMs());
    if (waitMs > longestWaitMs || isTooLate(sender, waitMs)) throw error;
    await machine.sleep(waitMs, options.signal);
    repeats += 1;
  }
}

const nothing: AtsAnswer = { status: 204, location: undefined, json: undefined };

async function waitTurn(sender: Sender, call: AtsCall): Promise<void> {
  const { options, keeper, machine } = sender;
  const waitMs = keeper.waitMs();
  if (waitMs === 0) return;
  const { longestWaitMs = defaults.longestWaitMs } = options;
  if (waitMs > longestWaitMs || isTooLate(sender, waitMs)) {
    throw new AtsQuotaError({
      method: call.method,
      path: targetOf(options.address, call).pathname,
      retryAfterMs: waitMs,
      expected: "requests left for today",
      arrived: `none for another ${Math.ceil(waitMs / 1000)} s; the call was not sent`,
    });
  }
  await machine.sleep(waitMs, options.signal);
}

function isTooLate({ options, machine }: Sender, waitMs: number): boolean {
  return options.giveUpAt !== undefined && machine.now() + waitMs >= options.giveUpAt;
}

function mayHeal({ status }: AtsError): boolean {
  return status === undefined || status === 429 || (status >= 500 && ![501, 505].includes(status));
}

// A little chance on top, so that those who were refused together do not come back together.
function delayMs({ options, machine }: Sender, repeats: number): number {
  const { firstDelayMs = defaults.firstDelayMs, longestDelayMs = defaults.longestDelayMs } =
    options;
  return Math.min(firstDelayMs * 2 ** repeats, longestDelayMs) * (1 + machine.random() / 4);
}

async function attempt(sender: Sender, call: AtsCall): Promise<Outcome> {
  const { options, authorizer, keeper } = sender;
  const url = targetOf(options.address, call);
  const body = call.json === undefined ? undefined : JSON.stringify(call.json);
  const sent = { method: call.method, path: url.pathname };
  const proof = await proveInTime(
    sender,
    authorizer.headersFor({ method: call.method, url, body }),
    sent,
  );
  const arrived = await send(sender, { ...call, url, body, proof }).catch((error: unknown) => {
    options.signal?.throwIfAborted();
    return new AtsUnavailableError({
      ...sent,
      expected: "an answer",
      arrived: "none",
      cause: error,
    });
  });
  if (arrived instanceof AtsError) return { kind: "failure", error: arrived };
  const { response, text } = arrived;
  const retryAfterMs = keeper.learn(response);
  if (!response.ok)
    return { kind: "failure", error: readFailure({ ...sent, response, text, retryAfterMs }) };
  const location = response.headers.get("location") ?? undefined;
  return { kind: "answer", answer: { status: response.status, location, json: parse(text, sent) } };
}

/** A token that others wait for as well goes on being asked for; this call waits no longer than it may. */
async function proveInTime(
  { options, machine }: Sender,
  proof: Promise<Readonly<Record<string, string>>>,
  sent: { readonly method: string; readonly path: string },
): Promise<Readonly<Record<string, string>>> {
  const { signal, giveUpAt } = options;
  const ends = [
    ...(signal === undefined ? [] : [signal]),
    ...(giveUpAt === undefined ? [] : [machine.timeout(Math.max(1, giveUpAt - machine.now()))]),
  ];
  if (ends.length === 0) return proof;
  const end = AbortSignal.any(ends);
  // The listener goes with the signal, which nobody else holds.
  const ended = new Promise<never>((_resolve, reject) => {
    end.addEventListener("abort", () => reject(new WaitedTooLong()), { once: true });
  });
  try {
    if (end.aborted) throw new WaitedTooLong();
    return await Promise.race([proof, ended]);
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof WaitedTooLong)) throw error;
    const arrived = "none";
    throw new AtsUnavailableError({ ...sent, expected: "a token in time", arrived, cause: error });
  } finally {
    // Whoever lost the race has been answered.
    proof.catch(() => undefined);
  }
}

class WaitedTooLong extends Error {}

interface Sending {
  readonly method: string;
  readonly url: URL;
  readonly body: string | undefined;
  readonly proof: Readonly<Record<string, string>>;
}

async function send(
  { machine, options }: Sender,
  { method, url, body, proof }: Sending,
): Promise<{ readonly response: Response; readonly text: string }> {
  const { attemptTimeoutMs = defaults.attemptTimeoutMs, giveUpAt = Infinity } = options;
  const timeLeftMs = Math.max(1, giveUpAt - machine.now());
  const timeout = machine.timeout(Math.min(attemptTimeoutMs, timeLeftMs));
  const response = await machine.fetch(url, {
    method,
    // Followed by nobody: credentials are for the address they were given with.
    redirect: "manual",
    signal: options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]),
    headers: {
      accept: "application/json",
      "user-agent": options.userAgent ?? "slipway-sdk",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...proof,
    },
    ...(body === undefined ? {} : { body }),
  });
  return { response, text: await response.text() };
}

function targetOf(address: string, call: Pick<AtsCall, "address" | "method">): URL {
  const base = address.replace(/\/+$/u, "");
  const isPath = call.address.startsWith("/");
  const url = new URL(isPath ? base + call.address : call.address);
  const isBelow = url.href.startsWith(`${new URL(base).href}/`);
  if (isPath || isBelow) return url;
  throw new AtsAnswerError({
    method: call.method,
    path: url.pathname,
    expected: `an address below ${base}, for which the credentials are`,
    arrived: url.origin + url.pathname,
  });
}

function parse(text: string, call: { readonly method: string; readonly path: string }): unknown {
  if (text === "") return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    throw new AtsAnswerError({ ...call, expected: "JSON", arrived: "something else" });
  }
}
