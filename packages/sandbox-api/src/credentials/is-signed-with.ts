import { signatureOf, type SignedAuthorization } from "@slipway/ats-model";

import type { Arrival } from "../call/arrival.ts";
import { isSameDigest } from "./is-same-digest.ts";
import { possibleRequests } from "./signed-request.ts";

/** Whether the signature of a request was made with this key. The time it names and the body are judged elsewhere. */
export function isSignedWith(
  arrival: Arrival,
  { signedHeaders, signature }: SignedAuthorization,
  key: string,
): boolean {
  const presented = Buffer.from(signature, "hex");
  return possibleRequests(arrival, signedHeaders).some((request) =>
    isSameDigest(Buffer.from(signatureOf(request, key), "hex"), presented),
  );
}
