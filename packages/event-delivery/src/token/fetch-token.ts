import type { Header, PreparedExchange } from "@slipway/exchange";

import { attemptDelivery, type Attempt, type AttemptOptions } from "../attempt-delivery.ts";
import type { ClaimedDelivery } from "../claimed-delivery.ts";
import type { TokenClient } from "../connection/open-credentials.ts";
import type { DeliveryContext } from "../delivery-context.ts";
import type { Wires } from "../outbound/wires.ts";
import type { PreparedCall } from "../prepare-call.ts";
import { rawExchange } from "../raw-exchange.ts";
import { readTokenAnswer, readTokenRefusal, type GivenToken } from "./read-token-answer.ts";
import { recordTokenCall } from "./record-token-call.ts";
import {
  TokenEndpointFailedProblem,
  TokenEndpointSilentProblem,
  TokenRefusedProblem,
  TokenUnusableProblem,
} from "./token.problems.ts";

export interface FetchTokenOptions {
  readonly context: DeliveryContext;
  readonly wires: Wires;
  /** Of the whole call; shorter than a claim holds, for the delivery waits for it before it is started. */
  readonly timeoutMs: number;
}

/**
 * Asks a partner's token endpoint once for a token (RFC 6749, section 4.4; client id and secret in the form), under the same
 * rules as every call that leaves: address filter, trusted authorities, limits, no redirects. The call is recorded as an
 * exchange of the customer whose delivery waits for it. Throws a `TokenProblem` when there is no token.
 */
export async function fetchToken(
  client: TokenClient,
  delivery: ClaimedDelivery,
  { context, wires, timeoutMs }: FetchTokenOptions,
): Promise<GivenToken> {
  const call = tokenCall(client, context.userAgent);
  const options: AttemptOptions = {
    wires,
    settings: { ...context.outbound, timeoutMs },
    clock: context.clock,
    tenantClock: context.clockOf(delivery.customerId),
  };
  const attempt = await attemptDelivery(call, options);
  const exchange = prepareExchange(delivery, { call, attempt }, context);
  await recordTokenCall(context.database, exchange);
  return tokenIn(attempt, exchange, shownAddress(client));
}

function tokenCall(client: TokenClient, userAgent: string): PreparedCall {
  const { authentication, trustedCertificates } = client;
  const url = new URL(authentication.tokenAddress);
  const body = Buffer.from(formOf(client), "utf8");
  const headers: readonly Header[] = [
    ["User-Agent", userAgent],
    ["Accept", "application/json"],
    ["Accept-Encoding", "gzip,deflate"],
    ["Content-Type", "application/x-www-form-urlencoded"],
  ];
  return {
    url,
    wireTarget: { origin: url.origin, trustedCertificates },
    call: { method: "POST", target: `${url.pathname}${url.search}`, headers, body },
    wireHeaders: [
      ["host", url.host],
      ["connection", "keep-alive"],
      ...headers,
      ["content-length", String(body.byteLength)],
    ],
    plainBody: body,
    // Masked by their names, in the form and wherever the answer repeats them. Named here, they would count as found in a wrong place.
    knownSecrets: [],
  };
}

function formOf({ authentication, clientSecret }: TokenClient): string {
  const { clientId, audience, scope } = authentication;
  return new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    ...(audience === undefined ? {} : { audience }),
    ...(scope === undefined ? {} : { scope }),
  }).toString();
}

function prepareExchange(
  delivery: ClaimedDelivery,
  { call, attempt }: { readonly call: PreparedCall; readonly attempt: Attempt },
  context: DeliveryContext,
): PreparedExchange {
  return context.recorder.prepare({
    ...rawExchange(delivery, call, { ...attempt, policy: context.outbound }),
    actor: { kind: "platform", purpose: "access-token" },
    // Other deliveries use the token as well; the transaction names the one that asked.
    references: {},
  });
}

function tokenIn(attempt: Attempt, { answer }: PreparedExchange, address: string): GivenToken {
  if (answer.kind === "no-answer") throw new TokenEndpointSilentProblem(address, answer);
  const { body } = answer;
  const masked = body.kind === "json" || body.kind === "text" ? body.content : "";
  const { status } = answer;
  if (status >= 500 || status === 429)
    throw new TokenEndpointFailedProblem(address, status, readTokenRefusal(masked));
  if (status !== 200) throw new TokenRefusedProblem(address, status, readTokenRefusal(masked));
  const given = readTokenAnswer(Buffer.from(attempt.answer.body.bytes ?? []).toString("utf8"));
  if (typeof given === "string") throw new TokenUnusableProblem(address, given);
  return given;
}

/** Without its query, which may hold a key. */
function shownAddress({ authentication }: TokenClient): string {
  const { origin, pathname } = new URL(authentication.tokenAddress);
  return `${origin}${pathname}`;
}
