import type { OutboundKind, Region, SandboxId } from "@slipway/exchange";
import type { Json } from "@slipway/foundation";

import type { DeliveryOutcome } from "./delivery-outcome.ts";
import type { DeliveryReferences, DeliveryRequest } from "./delivery-request.ts";
import type { RecruiterView } from "./recruiter-view.ts";

/** A call to a partner that is to be made. */
export interface DeliveryPlan {
  readonly id: string;
  readonly customerId: string;
  readonly sandboxId: SandboxId;
  readonly region: Region;
  readonly kind: OutboundKind;
  /** The partner's endpoint at planning time; its origin is the lane. The call itself goes to the endpoint configured when it is made. */
  readonly endpoint: string;
  readonly request: PlannedRequest;
  readonly references?: DeliveryReferences;
  /** The step of a run that makes the call: the same step plans it once. */
  readonly step?: { readonly runId: string; readonly stepKey: string };
  /** Real time: not sent before. */
  readonly dueAt: Date;
  /** The tenant's clock. */
  readonly plannedAt: Date;
}

export interface PlannedRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** The whole address, in place of endpoint and path. */
  readonly address?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** In place of `body` where what is sent is to be no JSON. */
  readonly text?: string;
  /** Default false. */
  readonly gzip?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default `configured`. */
  readonly credentials?: DeliveryRequest["credentials"];
}

/**
 * A row of the table `delivery` as JSON, ready for `enqueueDelivery` or for
 * `insert into delivery select * from jsonb_populate_record(null::delivery, $1)` inside another statement.
 */
export type DeliveryRow = {
  readonly customer_id: string;
  readonly id: string;
  readonly sandbox_id: string;
  readonly region: Region;
  readonly kind: OutboundKind;
  readonly lane: string;
  readonly request: { readonly [Key in keyof DeliveryRequest]: DeliveryRequest[Key] };
  readonly refs: { readonly [Key in keyof DeliveryReferences]: DeliveryReferences[Key] };
  readonly run_id: string | null;
  readonly step_key: string | null;
  /** Finished from the beginning: nothing is sent. */
  readonly state: "due" | "finished";
  readonly due_at: string;
  readonly created_at: string;
  readonly finished_at?: string;
  readonly outcome?: DeliveryOutcome;
  readonly recruiter_view?: RecruiterView;
};

/** Builds the row of a call; nothing is stored or sent. Throws on an endpoint that is no absolute URL: connections are checked when saved. */
export function planDelivery(plan: DeliveryPlan): DeliveryRow {
  return {
    customer_id: plan.customerId,
    id: plan.id,
    sandbox_id: plan.sandboxId,
    region: plan.region,
    kind: plan.kind,
    lane: new URL(plan.request.address ?? plan.endpoint).origin,
    request: plannedRequest(plan.request),
    refs: { ...plan.references },
    run_id: plan.step?.runId ?? null,
    step_key: plan.step?.stepKey ?? null,
    state: "due",
    due_at: plan.dueAt.toISOString(),
    created_at: plan.plannedAt.toISOString(),
  };
}

function plannedRequest(request: PlannedRequest): DeliveryRequest {
  return {
    method: request.method,
    path: request.path,
    ...(request.address === undefined ? {} : { address: request.address }),
    query: request.query ?? {},
    body: request.body === undefined ? (request.text ?? null) : JSON.stringify(request.body),
    gzip: request.gzip ?? false,
    headers: request.headers ?? {},
    credentials: request.credentials ?? "configured",
  };
}
