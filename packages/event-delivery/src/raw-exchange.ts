import type { RawExchange, RecordedAnswer } from "@slipway/exchange";

import type { Attempt } from "./attempt-delivery.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { AddressPolicy } from "./outbound/is-forbidden-address.ts";
import { isForbiddenHost } from "./outbound/is-forbidden-host.ts";
import type { PreparedCall } from "./prepare-call.ts";

/** The exchange of an attempt as it is handed to the recorder. */
export function rawExchange(
  delivery: ClaimedDelivery,
  call: PreparedCall,
  result: Pick<Attempt, "at" | "answer" | "durationMs"> & { readonly policy: AddressPolicy },
): RawExchange {
  const redirect = redirectOf(result.answer, call.url, result.policy);
  return {
    customerId: delivery.customerId,
    sandboxId: delivery.sandboxId,
    maskKey: delivery.maskKey,
    direction: "to-partner",
    at: result.at,
    durationMs: result.durationMs,
    actor: { kind: "platform", purpose: delivery.kind },
    transactionId: delivery.id,
    request: {
      method: call.call.method,
      path: call.url.pathname,
      query: call.url.search.slice(1),
      origin: call.url.origin,
      headers: call.wireHeaders,
      body: { bytes: call.plainBody },
    },
    answer: result.answer,
    access: [],
    references: { ...delivery.references, deliveryId: delivery.id },
    knownSecrets: call.knownSecrets,
    ...(redirect === undefined ? {} : { redirect }),
  };
}

/** The `Location` of an answer as it stands there. */
export function locationOf(answer: RawExchange["answer"] | RecordedAnswer): string | undefined {
  if (answer.kind !== "answered") return undefined;
  return answer.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
}

/** Where a redirect leads, absolute and unmasked; undefined when the answer is none, or leads to no page of the web. */
export function redirectTarget(answer: RawExchange["answer"], calledUrl: URL): string | undefined {
  if (answer.kind !== "answered" || answer.status < 300 || answer.status > 399) return undefined;
  const location = locationOf(answer);
  const target = location === undefined ? null : URL.parse(location, calledUrl.href);
  const isWeb = target !== null && (target.protocol === "http:" || target.protocol === "https:");
  return isWeb ? target.href : undefined;
}

function redirectOf(
  answer: RawExchange["answer"],
  calledUrl: URL,
  policy: AddressPolicy,
): RawExchange["redirect"] {
  if (answer.kind !== "answered" || answer.status < 300 || answer.status > 399) return undefined;
  const location = locationOf(answer);
  if (location === undefined) return undefined;
  const target = URL.parse(location, calledUrl.href);
  const isWeb = target !== null && (target.protocol === "http:" || target.protocol === "https:");
  return { forbidden: !isWeb || isForbiddenHost(target.hostname, policy) };
}
