import type { RawBody, RawExchange } from "@slipway/exchange";
import type { Clock } from "@slipway/foundation";

import { decompress } from "./outbound/decompress.ts";
import type { OutboundSettings } from "./outbound/outbound-settings.ts";
import { sendCall } from "./outbound/send-call.ts";
import type { WireResult } from "./outbound/wire-result.ts";
import type { Wires } from "./outbound/wires.ts";
import type { PreparedCall } from "./prepare-call.ts";

/** What one attempt brought. */
export interface Attempt {
  /** When the first byte left (or, if none did, when the attempt began), on the tenant's clock. */
  readonly at: Date;
  readonly answer: RawExchange["answer"];
  readonly durationMs: number;
  /** From the beginning of the attempt to the first byte out: resolving, connecting, TLS. */
  readonly connectMs: number;
}

export interface AttemptOptions {
  readonly wires: Wires;
  readonly settings: OutboundSettings;
  readonly clock: Pick<Clock, "monotonicMs">;
  readonly tenantClock: Pick<Clock, "now">;
}

/** Makes the one call of a delivery that has been marked started. Rejects only for faults of our own. */
export async function attemptDelivery(
  prepared: PreparedCall,
  options: AttemptOptions,
): Promise<Attempt> {
  const { wires, settings, clock, tenantClock } = options;
  let at = tenantClock.now();
  const wire = wires.take(prepared.wireTarget);
  let isReusable = false;
  try {
    const result = await sendCall(wire, prepared.call, {
      settings,
      clock,
      onFirstByte: () => {
        at = tenantClock.now();
      },
    });
    isReusable = result.answer.kind === "answered" && result.cut === undefined;
    return {
      at,
      answer: await readableAnswer(result, settings),
      durationMs: result.durationMs,
      connectMs: result.connectMs ?? result.durationMs,
    };
  } finally {
    if (isReusable) wires.giveBack(wire);
    else wires.discard(wire);
  }
}

async function readableAnswer(
  result: WireResult,
  settings: OutboundSettings,
): Promise<RawExchange["answer"]> {
  const { answer } = result;
  if (answer.kind === "no-answer") return { ...answer, body: rawBody(result.bytes, result.cut) };
  const encoding = answer.headers.findLast(([name]) => name.toLowerCase() === "content-encoding");
  const body = await decompress(result.bytes, encoding?.[1], settings.maxAnswerBytes);
  const cut: RawBody["cut"] = body.isCut
    ? { limitBytes: settings.maxAnswerBytes, reason: "expands-too-far" }
    : result.cut;
  return { ...answer, body: rawBody(body.bytes, cut) };
}

function rawBody(bytes: Uint8Array | undefined, cut: RawBody["cut"]): RawBody {
  return cut === undefined ? { bytes } : { bytes, cut };
}
