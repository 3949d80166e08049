import type { IncomingMessage } from "node:http";

import type { Clock, Ids } from "@slipway/foundation";
import type { FastifyReply, FastifyRequest } from "fastify";

import { answerCall, type AnswerParts } from "./answer-call.ts";
import type { FinishedAnswer } from "./call/answer.ts";
import type { Arrival } from "./call/arrival.ts";
import { readBody } from "./call/read-body.ts";
import type { Endpoint } from "./request-pipeline.ts";

export interface ServeParts extends AnswerParts {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Takes one request from the socket through its steps and sends the answer. Never rejects. */
export function serveRequest({
  clock,
  ids,
  ...parts
}: ServeParts): (
  request: FastifyRequest,
  reply: FastifyReply,
  steps: Endpoint["steps"],
) => Promise<void> {
  return async (request, reply, steps) => {
    // We write the answer ourselves: it was recorded as these bytes and these headers.
    reply.hijack();
    const arrivedMs = clock.monotonicMs();
    const transactionId = `{${ids.uuid().toUpperCase()}}`;
    try {
      const arrival = await arrivalOf(request, { arrivedMs, transactionId });
      send(reply, await answerCall(arrival, steps, parts));
    } catch (bug) {
      // A client that went away while it was sending leaves nobody to answer, and is no fault of ours.
      if (!request.raw.readableAborted) parts.onBug(bug, transactionId);
      reply.raw.destroy();
    }
  };
}

async function arrivalOf(
  { raw, params }: FastifyRequest,
  known: Pick<Arrival, "arrivedMs" | "transactionId">,
): Promise<Arrival> {
  const url = raw.url ?? "/";
  const question = url.indexOf("?");
  return {
    ...known,
    httpVersion: raw.httpVersion,
    method: raw.method ?? "GET",
    path: question < 0 ? url : url.slice(0, question),
    query: question < 0 ? "" : url.slice(question + 1),
    headers: headersOf(raw),
    authorization: raw.headers.authorization,
    callerAddress: raw.socket.remoteAddress,
    contentType: raw.headers["content-type"],
    contentEncoding: raw.headers["content-encoding"],
    body: await readBody(raw),
    // The router gives each named part of the path as a text, and nothing for a path that it cannot read.
    params: (params ?? {}) as Readonly<Record<string, string>>,
  };
}

function headersOf({ rawHeaders }: IncomingMessage): Arrival["headers"] {
  const headers: [string, string][] = [];
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  return headers;
}

function send({ raw }: FastifyReply, { status, headers, body }: FinishedAnswer): void {
  raw.writeHead(status, headers.flat());
  raw.end(body);
}
