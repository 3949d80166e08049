import type { Header } from "@slipway/exchange";

import type { Answer, FinishedAnswer } from "./answer.ts";
import type { Call } from "./call.ts";
import type { Session } from "./session.ts";

/** On every answer of the recorded traffic (PAY). Its session cookie is left out: no client of the API can use it. */
const always: readonly Header[] = [
  ["cache-control", "no-cache,no-store,no-transform,must-revalidate,max-age=0,s-maxage=0"],
  ["content-language", "en-US,us"],
  ["content-security-policy", "frame-ancestors 'self'"],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "SAMEORIGIN"],
  ["strict-transport-security", "max-age=7776000"],
];

/** Adds the headers that every answer carries. Answers before the customer is established tell neither its time nor its quota. */
export function finishAnswer(call: Call, answer: Answer): FinishedAnswer {
  const { session } = call.notes;
  return {
    ...answer,
    headers: [
      ...always,
      ...answer.headers,
      ...lengthHeader(answer),
      ...(session === undefined ? [] : sessionHeaders(session)),
      ["x-transaction", call.arrival.transactionId],
    ],
  };
}

function lengthHeader({ status, body }: Answer): readonly Header[] {
  // 204 has neither body nor length; a created profile is answered with a length of 0 (PAY).
  return status === 204 ? [] : [["content-length", String(body?.byteLength ?? 0)]];
}

function sessionHeaders({ clock, quota }: Session): readonly Header[] {
  const date: Header = ["date", clock.now().toUTCString()];
  if (quota === undefined) return [date];
  return [
    date,
    ["x-ratelimit-limit", String(quota.limit)],
    ["x-ratelimit-remaining", String(quota.remaining)],
    ["x-ratelimit-reset", String(quota.resetSeconds)],
  ];
}
