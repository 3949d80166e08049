import { fail, pass, warn, type Judgement, type RunCheck } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { eachRegion } from "../evidence/each-region.ts";

/** Each call to the ATS carries the customer's credentials from the start. */
export const authenticatesCalls: RunCheck = {
  id: "api.authenticates-calls",
  version: 1,
  title: "Sends this customer's credentials with every call to the ATS",
  fault: "partner",
  scope: "run",
  judge: (evidence) => eachRegion(evidence, judgeCalls),
};

function judgeCalls(calls: readonly Exchange[]): Judgement {
  const refused = calls.filter(isRefused);
  if (refused.length === 0) return pass(...calls);
  const finding = {
    expected: "an Authorization header that the ATS accepts on every call",
    arrived: `status 401 to ${refused.length} of ${calls.length} calls, the first ${placeOf(refused[0])}`,
    where: "request.headers.Authorization",
  };
  // Some HTTP clients ask once without credentials and repeat when they are challenged.
  const isChallenge = refused.every((call) => wasRepeated(call, calls));
  return isChallenge
    ? warn(
        {
          ...finding,
          toDo: "Set your HTTP client to send credentials with the first request: each challenge costs a call of the daily quota.",
        },
        ...refused,
      )
    : fail(
        {
          ...finding,
          toDo: "Send the credentials that were issued for the customerId of the order; each customer has its own.",
        },
        ...refused,
      );
}

function isRefused({ answer }: Exchange): boolean {
  return answer.kind === "answered" && answer.status === 401;
}

function wasRepeated(refused: Exchange, calls: readonly Exchange[]): boolean {
  return calls.some(
    (call) =>
      call.at >= refused.at &&
      !isRefused(call) &&
      call.request.method === refused.request.method &&
      call.request.path === refused.request.path,
  );
}

function placeOf(call: Exchange | undefined): string {
  return call === undefined ? "" : `${call.request.method} ${call.request.path}`;
}
