import { contentDigest, parseRequestDate, signatureHeaders } from "@slipway/ats-model";
import { unreachable } from "@slipway/foundation";

import type { Arrival } from "../call/arrival.ts";
import type { SessionCall } from "../call/call.ts";
import type { Session } from "../call/session.ts";
import { wrongCredentials } from "../credentials/credentials.problems.ts";
import type { PresentedCredentials } from "../credentials/presented-credentials.ts";
import { headerOf } from "../credentials/signed-request.ts";

/**
 * What a right signature does not prove by itself: that the body is the one whose digest was signed, where it was, and that
 * the request is of now, where the tenant asks for that. Other schemes pass.
 */
export function checkSignedRequest({
  arrival,
  presented,
  session,
}: SessionCall & { readonly presented: PresentedCredentials }): void {
  if (presented.scheme !== "hmac") return;
  const coversBody = presented.signedHeaders.includes(signatureHeaders.contentDigest);
  const message =
    (coversBody ? findOtherBody(arrival) : undefined) ?? findOtherTime(arrival, session);
  if (message === undefined) return;
  const { switches } = session.tenant.settings;
  throw wrongCredentials({ scheme: "hmac", switches, message });
}

function findOtherBody(arrival: Arrival): string | undefined {
  const { bytes, cut } = arrival.body;
  // A body beyond the limit was not kept, and is refused for that.
  if (cut !== undefined) return undefined;
  const digest = contentDigest(bytes);
  return headerOf(arrival, signatureHeaders.contentDigest)?.trim() === digest
    ? undefined
    : `Expected x-icims-content-sha256 to be the digest of the body, for which as it arrived ${digest} is right, found another.`;
}

const minuteMs = 60_000;

function findOtherTime(arrival: Arrival, { tenant, clock }: Session): string | undefined {
  const minutes = allowedMinutes(tenant.settings.switches.signatureClockSkew);
  if (minutes === undefined) return undefined;
  const now = clock.now();
  const sent = parseRequestDate(headerOf(arrival, signatureHeaders.date) ?? "");
  const isNear =
    sent !== undefined && Math.abs(now.getTime() - sent.getTime()) <= minutes * minuteMs;
  return isNear
    ? undefined
    : `Expected x-icims-date within ${minutes} minutes of ${now.toISOString()}, the time of this customer's ATS, found another time.`;
}

type Skew = Session["tenant"]["settings"]["switches"]["signatureClockSkew"];

/** Undefined where every time will do, as with tenants that were made before there was a switch. */
function allowedMinutes(skew: Skew | undefined): number | undefined {
  switch (skew) {
    case "5-minutes":
      return 5;
    case "15-minutes":
      return 15;
    case "any":
    case undefined:
      return undefined;
    default:
      return unreachable(skew);
  }
}
