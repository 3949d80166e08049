import type { DeliveryOutcome } from "@slipway/event-delivery";

import { createCounter } from "./counter.ts";
import { createHistogram } from "./histogram.ts";
import type { MetricFamily } from "./metric-text.ts";

/** A request that was answered. */
export interface AnsweredRequest {
  /** `platform`, `sandbox-a` or `sandbox-b`. */
  readonly surface: string;
  readonly method: string;
  /** The pattern, with names where a path has ids. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What this process counts while it works. */
export interface PlatformMetrics {
  readonly answered: (request: AnsweredRequest) => void;
  /** The recorder stored so many exchanges in one commit. */
  readonly flushed: (records: number) => void;
  readonly deliveryEnded: (outcome: DeliveryOutcome) => void;
  readonly families: () => readonly MetricFamily[];
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createPlatformMetrics(): PlatformMetrics {
  const requests = createCounter({
    name: "slipway_http_requests_total",
    help: "Requests answered, by surface, method, route pattern and class of status.",
    labels: ["surface", "method", "route", "status"],
  });
  const durations = createHistogram({
    name: "slipway_http_request_duration_seconds",
    help: "From a request's arrival to the end of its answer.",
    labels: ["surface", "route"],
    bounds: seconds,
  });
  const flushes = createHistogram({
    name: "slipway_recorder_flush_exchanges",
    help: "Exchanges that the recorder stored in one commit; their sum is the exchanges recorded.",
    labels: [],
    bounds: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  });
  const deliveries = createCounter({
    name: "slipway_deliveries_ended_total",
    help: "Deliveries that this process took to their end, by kind of outcome and what it was.",
    labels: ["outcome", "detail"],
  });
  const calls = createHistogram({
    name: "slipway_delivery_duration_seconds",
    help: "From the first byte of a call to a partner to the last of its answer.",
    labels: ["outcome"],
    bounds: seconds,
  });
  return {
    answered: ({ surface, method, route, status, seconds: took }) => {
      requests.add([surface, method, route, classOf(status)]);
      durations.observe([surface, route], took);
    },
    flushed: (records) => {
      flushes.observe([], records);
    },
    deliveryEnded: (outcome) => {
      deliveries.add([outcome.kind, detailOf(outcome)]);
      if (outcome.kind !== "not-sent") calls.observe([outcome.kind], outcome.durationMs / 1000);
    },
    families: () => [requests, durations, flushes, deliveries, calls].map((one) => one.family()),
  };
}

function detailOf(outcome: DeliveryOutcome): string {
  if (outcome.kind === "answered") return classOf(outcome.status);
  return outcome.kind === "no-answer" ? outcome.reason : outcome.code;
}

function classOf(status: number): string {
  return `${Math.floor(status / 100)}xx`;
}
