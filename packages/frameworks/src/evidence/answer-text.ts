import type { RecordedBody } from "@slipway/exchange";
import { unreachable } from "@slipway/foundation";

import type { Answered } from "./step-answer.ts";

const longestExcerpt = 240;

/** The answer in one line, for findings: `status 202 with {"partnerOrderId":"x"}`. */
export function answerText({ status, body }: Pick<Answered, "status" | "body">): string {
  return `status ${status} ${bodyText(body)}`;
}

/** The text cut to a length that one can read in a finding. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length <= longestExcerpt ? line : `${line.slice(0, longestExcerpt)} …`;
}

function bodyText(body: RecordedBody): string {
  switch (body.kind) {
    case "none":
      return "without a body";
    case "bytes":
      return `with ${body.byteCount} bytes that are no text`;
    case "json":
    case "text":
      return body.content === "" ? "with an empty body" : `with ${excerpt(body.content)}`;
    default:
      return unreachable(body);
  }
}
