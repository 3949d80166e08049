import { gunzipSync } from "node:zlib";

import { Refusal, refusalAnswer, type RequestHandler } from "@slipway/sdk";

import type { Behaviour } from "./behaviour.ts";
import { parseOrder, type ReceivedOrder } from "./core/parse-order.ts";
import type { Customers } from "./core/platform-access.ts";
import type { AnsweredCall, JsonAnswer, SeenRequest } from "./journal.ts";

export interface Observation {
  readonly behaviour: Behaviour;
  readonly customers: Customers;
  /** Told each call with the answer that left. */
  readonly answered: (call: AnsweredCall) => void;
}

/** The handler, with the behaviour put between it and the platform, and every answer told. */
export function observed(handler: RequestHandler, observation: Observation): RequestHandler {
  const { behaviour, customers, answered } = observation;
  return async (arrived) => {
    const { pathname, search, origin } = new URL(arrived.url);
    const request: SeenRequest = {
      method: arrived.method,
      url: pathname + search,
      headers: Object.fromEntries(arrived.headers),
    };
    behaviour.arrive?.(request);
    const body = Buffer.from(await arrived.arrayBuffer());
    const send = async (what: Sent): Promise<JsonAnswer> =>
      jsonAnswerOf(await handler(requestOf(origin, { ...request, body, ...what })));
    const order = orderIn(request, body);
    const right =
      behaviour.cancels === false && (await isCancelOfOpen(request, body, send))
        ? { status: 200, body: {} }
        : await served(order, { behaviour, customers, request, send });
    const received = right.status === 401 ? undefined : order?.received;
    const answer = (await behaviour.answer?.({ request, answer: right, received })) ?? right;
    answered({ request, answer, received });
    return responseOf(answer);
  };
}

interface Serving extends Omit<Observation, "answered"> {
  readonly request: SeenRequest;
  readonly send: (what: Sent) => Promise<JsonAnswer>;
}

/** What the partner answers, to an order as this behaviour takes it. */
async function served(
  order: Order | undefined,
  { behaviour, customers, request, send }: Serving,
): Promise<JsonAnswer> {
  if (order === undefined) return send({});
  try {
    behaviour.read?.(order.json);
    return await send(understood(order, { behaviour, customers, request }));
  } catch (error) {
    const text = { userMessage: "Something went wrong.", debugErrorMessage: String(error) };
    const refused = error instanceof Refusal ? error.text : { status: 500 as const, ...text };
    const { status, body, headers } = refusalAnswer(refused);
    return { status, text: body, body: JSON.parse(body) as unknown, headers };
  }
}

interface Sent extends Partial<SeenRequest> {
  readonly body?: Buffer;
}

interface Order {
  readonly json: Readonly<Record<string, unknown>>;
  readonly received: ReceivedOrder;
}

function orderIn(request: SeenRequest, body: Buffer): Order | undefined {
  if (request.method !== "POST" || request.url !== "/orders") return undefined;
  try {
    const json: unknown = JSON.parse(plainOf(request, body));
    const received = parseOrder(json);
    // What parses as an order is an object.
    return { json: json as Order["json"], received };
  } catch {
    return undefined; // The partner says what is wrong with it.
  }
}

/** The order as this behaviour takes it, written back into the form in which orders come. */
function understood(
  { json, received }: Order,
  {
    behaviour,
    customers,
    request,
  }: Omit<Observation, "answered"> & { readonly request: SeenRequest },
): Sent {
  const customer = customers.get(received.customerId);
  if (behaviour.understand === undefined || customer === undefined) return {};
  const { workflowId, atsAddress, ...members } = behaviour.understand(received, customer);
  const order = { ...json, ...members, workflow: { id: workflowId }, api: { baseUrl: atsAddress } };
  const { "content-encoding": _encoding, "content-length": _length, ...headers } = request.headers;
  return { headers, body: Buffer.from(JSON.stringify(order)) };
}

async function isCancelOfOpen(
  request: SeenRequest,
  body: Buffer,
  send: (what: Sent) => Promise<JsonAnswer>,
): Promise<boolean> {
  const [, order] = /^(\/orders\/[^/]+)\/cancel$/u.exec(request.url) ?? [];
  if (order === undefined || request.method !== "POST") return false;
  // The platform's own call, as the contract has it.
  const { customerId } = JSON.parse(plainOf(request, body)) as { readonly customerId: string };
  const url = `${order}?customerId=${encodeURIComponent(customerId)}`;
  const { status, body: told } = await send({ method: "GET", url });
  // The partner's own answer.
  return status === 200 && (told as { readonly status: string }).status !== "complete";
}

function plainOf({ headers }: SeenRequest, body: Buffer): string {
  const isGzip = headers["content-encoding"] === "gzip";
  const maxOutputLength = 1024 * 1024;
  return (isGzip ? gunzipSync(body, { maxOutputLength }) : body).toString("utf8");
}

function requestOf(origin: string, { method, url, headers, body }: Required<Sent>): Request {
  const isBodied = method !== "GET" && method !== "HEAD";
  return new Request(origin + url, {
    method,
    headers: Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined),
    ...(isBodied && { body }),
  });
}

async function jsonAnswerOf(response: Response): Promise<JsonAnswer> {
  // The partner answers JSON and nothing else.
  const body: unknown = await response.json();
  return { status: response.status, body, headers: Object.fromEntries(response.headers) };
}

function responseOf({ status, body, text, headers }: JsonAnswer): Response {
  return new Response(text ?? JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}
