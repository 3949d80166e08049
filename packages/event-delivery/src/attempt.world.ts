import type { RawExchange } from "@slipway/exchange";
import { systemClock } from "@slipway/foundation";

import { attemptDelivery, type Attempt } from "./attempt-delivery.ts";
import { defaultOutboundSettings, type OutboundSettings } from "./outbound/outbound-settings.ts";
import { openWires } from "./outbound/wires.ts";
import type { PreparedCall } from "./prepare-call.ts";

/** A prepared POST of a small body. */
export function callTo(endpoint: string, trustedCertificates?: string): PreparedCall {
  const url = new URL(`${endpoint}/orders`);
  const body = Buffer.from('{"orderId":"o-1"}');
  return {
    url,
    wireTarget: { origin: url.origin, trustedCertificates },
    call: { method: "POST", target: "/orders", headers: [], body },
    wireHeaders: [],
    plainBody: body,
    knownSecrets: [],
  };
}

/** One attempt on connections of its own; times out after 500 ms and may go to this machine, unless told otherwise. */
export async function attempt(
  call: PreparedCall,
  changed: Partial<OutboundSettings> = {},
): Promise<Attempt> {
  const settings = {
    ...defaultOutboundSettings,
    timeoutMs: 500,
    allowPrivateAddresses: true,
    ...changed,
  };
  const wires = openWires(settings);
  try {
    return await attemptDelivery(call, {
      wires,
      settings,
      clock: systemClock,
      tenantClock: systemClock,
    });
  } finally {
    await wires.close();
  }
}

type NoAnswer = Extract<RawExchange["answer"], { kind: "no-answer" }>;
type Answered = Extract<RawExchange["answer"], { kind: "answered" }>;

export function answerOf({ answer }: Attempt): Answered {
  if (answer.kind !== "answered")
    throw new Error(`Expected an answer, found ${answer.reason}: ${answer.detail}`);
  return answer;
}

export function failureOf({ answer }: Attempt): NoAnswer {
  if (answer.kind !== "no-answer") throw new Error(`Expected no answer, found ${answer.status}`);
  return answer;
}

export function textOf(answer: RawExchange["answer"]): string {
  return Buffer.from(answer.body.bytes ?? []).toString("utf8");
}
