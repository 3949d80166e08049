import type { Header } from "@slipway/exchange";
import type { Dispatcher } from "undici";

import { AnswerReading, type AnswerReadingOptions } from "./answer-reading.ts";
import type { WireResult } from "./wire-result.ts";
import type { Wire } from "./wire.ts";

/** A request as it goes out. */
export interface OutboundCall {
  readonly method: "GET" | "POST";
  /** Absolute path and query. */
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array | undefined;
}

/**
 * Sends one request on a wire and waits for the end of its answer, for a failure or for the time-out. Sends at most once: a
 * connection that closes is not tried again, redirects are not followed. Rejects only for faults of our own.
 */
export async function sendCall(
  wire: Wire,
  call: OutboundCall,
  options: AnswerReadingOptions,
): Promise<WireResult> {
  const { promise, resolve, reject } = Promise.withResolvers<WireResult>();
  const reading = new AnswerReading(options);
  const settle = (result: () => WireResult): void => {
    try {
      resolve(result());
    } catch (error) {
      reject(error);
    }
  };
  // Real time: a tenant's clock has no say in how long a partner may take.
  const timer = setTimeout(() => settle(() => reading.timedOut()), options.settings.timeoutMs);
  wire.onBytes = (chunk) => reading.onBytes(chunk);
  try {
    wire.client.dispatch(dispatchOptions(call), {
      onRequestStart: (controller) => reading.onRequestStart(controller),
      onResponseStart: (controller, status) => reading.onResponseStart(controller, status),
      onResponseData: (controller, chunk) => reading.onResponseData(controller, chunk),
      onResponseEnd: () => settle(() => reading.ended()),
      onResponseError: (_controller, error) => settle(() => reading.failed(error)),
    });
    return await promise;
  } finally {
    clearTimeout(timer);
    wire.onBytes = () => undefined;
  }
}

function dispatchOptions(call: OutboundCall): Dispatcher.DispatchOptions {
  return {
    method: call.method,
    path: call.target,
    headers: call.headers.flat(),
    body: call.body ?? null,
    // The client must not write it a second time either.
    idempotent: false,
  };
}
