import { sendCall, type WireResult, type Wires } from "@slipway/event-delivery";

import type { ClaimedMessage } from "./claim-messages.ts";
import { signMessage } from "./sign-message.ts";
import { secretsOf } from "./webhook-secrets.ts";
import type { WebhookWorkerOptions } from "./webhook-worker-options.ts";

/** How one attempt went. */
export interface AttemptOutcome {
  /** On the machine's own clock. */
  readonly at: Date;
  readonly status?: number;
  readonly failure?: string;
  readonly answer?: string;
  readonly durationMs: number;
}

/** How much of an answer is kept. */
const keptCharacters = 500;

/** Sends a message once, signed with every secret that is valid now. Rejects only for faults of our own. */
export async function sendMessage(
  message: ClaimedMessage,
  wires: Wires,
  { parts, outbound, userAgent }: WebhookWorkerOptions,
): Promise<AttemptOutcome> {
  const valid = { webhookId: message.webhook_id, at: parts.clocks.installation.now() };
  const secrets = await secretsOf(parts.database.queries, parts, valid);
  const at = parts.clock.now();
  const url = new URL(message.url);
  const timestamp = Math.floor(at.getTime() / 1000);
  const signature = signMessage({ id: message.id, timestamp, body: message.body }, secrets);
  const wire = wires.take({ origin: url.origin, trustedCertificates: undefined });
  let isReusable = false;
  try {
    const result = await sendCall(
      wire,
      {
        method: "POST",
        target: `${url.pathname}${url.search}`,
        headers: [
          ["content-type", "application/json"],
          ["user-agent", userAgent],
          ["webhook-id", message.id],
          ["webhook-timestamp", String(timestamp)],
          ["webhook-signature", signature],
        ],
        body: Buffer.from(message.body, "utf8"),
      },
      { settings: outbound, clock: parts.clock, onFirstByte: () => undefined },
    );
    isReusable = result.answer.kind === "answered" && result.cut === undefined;
    return { at, ...outcomeOf(result, secrets) };
  } finally {
    if (isReusable) wires.giveBack(wire);
    else wires.discard(wire);
  }
}

function outcomeOf(
  { answer, bytes, durationMs }: WireResult,
  secrets: readonly string[],
): Omit<AttemptOutcome, "at"> {
  const duration = { durationMs: Math.round(durationMs) };
  if (answer.kind === "no-answer")
    return { ...duration, failure: `${answer.reason}: ${answer.detail}` };
  const text = secrets.reduce(
    (rest, secret) => rest.replaceAll(secret, "(secret)"),
    Buffer.from(bytes ?? []).toString("utf8"),
  );
  const kept = text.replaceAll("\0", "\uFFFD").slice(0, keptCharacters).toWellFormed();
  return { ...duration, status: answer.status, ...(kept === "" ? {} : { answer: kept }) };
}
