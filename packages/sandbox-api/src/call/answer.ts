import type { VendorProblem } from "@slipway/ats-model";
import type { Header } from "@slipway/exchange";

import { problemHeaders } from "./problem-headers.ts";
import { warningMember } from "./warning-member.ts";

/** What a step answers, before the headers that every answer carries. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Uint8Array | undefined;
}

/** An answer with all its headers, as it goes on the wire and into the record. */
export interface FinishedAnswer extends Answer {
  /** Set when the write's own statement has recorded it. */
  readonly recorded?: true;
}

/** A JSON answer. */
export function jsonAnswer(status: number, json: unknown, headers: readonly Header[] = []): Answer {
  return { status, headers: [jsonType, ...headers], body: Buffer.from(JSON.stringify(json)) };
}

/**
 * 201 with the new address and an empty body of type `application/octet-stream` (PAY). Warnings need a body: then it is JSON
 * (INF), which a client that takes the id from `Location` does not notice.
 */
export function createdAnswer(location: string, warnings: readonly VendorProblem[]): Answer {
  const headers: readonly Header[] = [
    ["location", location],
    ...problemHeaders("x-warning", warnings),
  ];
  return warnings.length > 0
    ? jsonAnswer(201, warningMember(warnings), headers)
    : {
        status: 201,
        headers: [["content-type", "application/octet-stream"], ...headers],
        body: undefined,
      };
}

export interface Updated {
  readonly status: 200 | 204;
  /** Recorded on PATCH as well as on POST (PAY). */
  readonly location: string;
  readonly warnings: readonly VendorProblem[];
}

/** 204, or 200 with a body where there are warnings to give (INF). */
export function updatedAnswer({ status, location, warnings }: Updated): Answer {
  const headers: readonly Header[] = [
    ["location", location],
    ...problemHeaders("x-warning", warnings),
  ];
  return warnings.length > 0
    ? jsonAnswer(200, warningMember(warnings), headers)
    : { status, headers, body: undefined };
}

const jsonType: Header = ["content-type", "application/json;charset=UTF-8"];
