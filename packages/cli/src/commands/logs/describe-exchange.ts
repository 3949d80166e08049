import type { Exchange, RecordedBody } from "@slipway/platform-client";

import type { Paint, Screen } from "../../terminal/screen.ts";

interface DescribeOptions {
  readonly screen: Screen;
  readonly isFull: boolean;
}

/** An exchange as a line, or in full as it was recorded. */
export function describeExchange(exchange: Exchange, options: DescribeOptions): string {
  const line = describeLine(exchange, options.screen);
  return options.isFull ? [line, ...describeParts(exchange), ""].join("\n") : line;
}

function describeLine(
  { at, direction, request, answer, durationMs, id }: Exchange,
  screen: Screen,
): string {
  const arrow = direction === "to-partner" ? "→ partner" : "→ ATS    ";
  const query = request.query === "" ? "" : `?${request.query.replace(/^\?/, "")}`;
  const outcome = answer.kind === "answered" ? String(answer.status) : answer.reason;
  const painted = screen.paint("result", paintOf(answer), outcome);
  return `${at} ${arrow} ${request.method} ${request.path}${query} ${painted} ${Math.round(durationMs)} ms ${id}`;
}

function paintOf(answer: Exchange["answer"]): Paint {
  if (answer.kind === "no-answer" || answer.status >= 500) return "red";
  return answer.status >= 400 ? "yellow" : "green";
}

function describeParts({ request, answer }: Exchange): readonly string[] {
  const asked = [...describeHeaders(request.headers), ...describeBody(request.body)];
  if (answer.kind === "no-answer") return [...asked, `  no answer: ${answer.detail}`];
  return [
    ...asked,
    `  ${answer.status}`,
    ...describeHeaders(answer.headers),
    ...describeBody(answer.body),
  ];
}

function describeHeaders(headers: readonly (readonly [string, string])[]): readonly string[] {
  return headers.map(([name, value]) => `  ${name}: ${value}`);
}

function describeBody(body: RecordedBody): readonly string[] {
  if (body.kind === "none") return [];
  const cut = body.cut === true ? [`  (cut; ${body.byteCount} bytes arrived)`] : [];
  return [...body.content.split("\n").map((line) => `  | ${line}`), ...cut];
}
