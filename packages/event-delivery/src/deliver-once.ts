import { customerId, type Tenant } from "@slipway/ats-model";
import type { RecordedAnswer } from "@slipway/exchange";
import { Problem } from "@slipway/foundation";

import { attemptDelivery, type Attempt } from "./attempt-delivery.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import { deliveryEndedChannel } from "./wake-delivery-workers.ts";
import type { DeliveryContext } from "./delivery-context.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { finishDelivery, type DeliveryEnd } from "./finish-delivery.ts";
import { heldOutcome, heldView, IntegrationHeldProblem } from "./held-delivery.ts";
import { keepTrying } from "./keep-trying.ts";
import { markStarted } from "./mark-started.ts";
import type { Wires } from "./outbound/wires.ts";
import { prepareCall, type PreparedCall } from "./prepare-call.ts";
import { locationOf, rawExchange, redirectTarget } from "./raw-exchange.ts";
import type { AccessTokens } from "./token/token-source.ts";
import { TokenProblem } from "./token/token.problems.ts";
import { recruiterView, type RecruiterView, type ViewedAnswer } from "./recruiter-view.ts";

export interface DeliverOptions {
  readonly context: DeliveryContext;
  readonly workerId: string;
  readonly wires: Wires;
  readonly tokens: AccessTokens;
  readonly startedLeaseMs: number;
}

/** What became of a claimed delivery. `lost`: another worker has it, or it was cleaned up before we could write the end. */
export type DeliverResult = "finished" | "lost";

/** Takes a claimed delivery to its end: marks it started, makes the call, writes answer, exchange and recruiter's view. */
export async function deliverOnce(
  delivery: ClaimedDelivery,
  options: DeliverOptions,
): Promise<DeliverResult> {
  const { context } = options;
  const claimedMs = context.clock.monotonicMs();
  const prepared = await preparedOrProblem(delivery, options);
  if (prepared instanceof Problem) return refuse(delivery, prepared, options);
  // A token may have taken a while to come.
  const tenant = await tenantOf(delivery, options);
  if (tenant?.refused !== undefined)
    return refuse(delivery, new IntegrationHeldProblem(tenant.refused), options);
  if (!(await mayStart(delivery, options))) return "lost";
  const startedMs = context.clock.monotonicMs();
  const attempt = await attemptDelivery(prepared, {
    wires: options.wires,
    settings: context.outbound,
    clock: context.clock,
    tenantClock: context.clockOf(delivery.customerId),
  });
  // What was sent is not sent again; the next call asks for a new token.
  if (attempt.answer.kind === "answered" && attempt.answer.status === 401) prepared.refused?.();
  const queuedMs = startedMs - claimedMs + attempt.connectMs;
  const exchange = context.recorder.prepare(
    rawExchange(delivery, prepared, { ...attempt, policy: context.outbound }),
  );
  return end(delivery, options, {
    from: "started",
    outcome: outcomeOf(attempt, queuedMs),
    recruiterView: recruiterView(viewedAnswer(exchange.answer), {
      tenant,
      calledUrl: prepared.url.href,
    }),
    location: redirectTarget(attempt.answer, prepared.url),
    exchange,
  });
}

async function preparedOrProblem(
  delivery: ClaimedDelivery,
  options: DeliverOptions,
): Promise<PreparedCall | Problem> {
  const { context, tokens } = options;
  try {
    // Nor is a token asked for: its server is the partner's too.
    const held = (await tenantOf(delivery, options))?.refused;
    if (held !== undefined) return new IntegrationHeldProblem(held);
    return await prepareCall(delivery, { ...context, tokens });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function tenantOf(
  delivery: ClaimedDelivery,
  { context }: DeliverOptions,
): Promise<Tenant | undefined> {
  return context.tenants.byCustomerId(customerId(delivery.customerId));
}

async function mayStart(
  delivery: ClaimedDelivery,
  { context, workerId, startedLeaseMs }: DeliverOptions,
): Promise<boolean> {
  const askedMs = context.clock.monotonicMs();
  const isOurs = await markStarted(context.database, delivery, {
    workerId,
    now: context.clock.now(),
    leaseMs: startedLeaseMs,
    startedAt: context.clockOf(delivery.customerId).now(),
  });
  // A process that was stopped for so long may find its delivery cleaned up; what was not sent then must not be sent now.
  const isFresh =
    context.clock.monotonicMs() - askedMs < startedLeaseMs - context.outbound.timeoutMs;
  return isOurs && isFresh;
}

async function refuse(
  delivery: ClaimedDelivery,
  problem: Problem,
  options: DeliverOptions,
): Promise<DeliverResult> {
  return end(delivery, options, {
    from: "claimed",
    ...unsentEnd(problem),
    location: undefined,
    exchange: undefined,
  });
}

function unsentEnd(problem: Problem): Pick<DeliveryEnd, "outcome" | "recruiterView"> {
  if (problem instanceof IntegrationHeldProblem)
    return { outcome: heldOutcome(problem.because), recruiterView: heldView(problem.because) };
  return {
    outcome: {
      kind: "not-sent",
      code: problem.code,
      detail: problem.message,
      ...(problem instanceof TokenProblem ? { fault: problem.fault } : {}),
    },
    recruiterView: recruiterView(
      { kind: problem instanceof TokenProblem ? "no-token" : "not-sent" },
      { tenant: undefined, calledUrl: "" },
    ),
  };
}

async function end(
  delivery: ClaimedDelivery,
  { context, workerId, startedLeaseMs }: DeliverOptions,
  facts: Pick<DeliveryEnd, "from" | "outcome" | "location" | "exchange"> & {
    readonly recruiterView: RecruiterView;
  },
): Promise<DeliverResult> {
  const written: DeliveryEnd = {
    ...facts,
    customerId: delivery.customerId,
    id: delivery.id,
    state: "finished",
    workerId,
    finishedAt: context.clockOf(delivery.customerId).now(),
  };
  // What the partner answered is known only here: it waits for a database that is away, until the lease is over anyway.
  const isWritten = await keepTrying(async () => finishDelivery(context.database, written), {
    clock: context.clock,
    forMs: startedLeaseMs,
    everyMs: 250,
  });
  if (!isWritten) return "lost";
  context.database.notifications.notify(deliveryEndedChannel, delivery.id);
  context.onEnded?.(written.outcome);
  return "finished";
}

function viewedAnswer(answer: RecordedAnswer): ViewedAnswer {
  if (answer.kind === "no-answer") return { kind: "no-answer", reason: answer.reason };
  const { body } = answer;
  const isText = body.kind === "json" || body.kind === "text";
  return {
    kind: "answered",
    status: answer.status,
    location: locationOf(answer),
    body: isText ? body.content : undefined,
  };
}

function outcomeOf({ answer, durationMs }: Attempt, queuedMs: number): DeliveryOutcome {
  if (answer.kind === "answered")
    return { kind: "answered", status: answer.status, durationMs, queuedMs };
  return {
    kind: "no-answer",
    reason: answer.reason,
    detail: answer.detail,
    durationMs,
    queuedMs,
  };
}
