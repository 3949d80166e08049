import type { IncomingMessage, Server } from "node:http";

import { callersCustomers } from "./authentication.ts";
import type { CustomerConfiguration } from "./configuration.ts";
import {
  cancelOrder,
  listPackages,
  takeEvent,
  takeOrder,
  tellStatus,
  type ContractDesk,
  type PlatformCall,
} from "./contract-calls.ts";
import type { AnsweredCall } from "./journal.ts";
import { createJsonServer, type JsonAnswer } from "./json-http.ts";
import type { ReceivedOrder } from "./parse-order.ts";
import { Refusal } from "./refusal.ts";
import { createTokens, type Tokens } from "./tokens.ts";

export interface ContractServerOptions extends ContractDesk {
  readonly customers: ReadonlyMap<string, CustomerConfiguration>;
  readonly answered: (call: AnsweredCall) => void;
  readonly log: (line: string) => void;
}

type Serve = (desk: ContractDesk, call: PlatformCall) => Promise<JsonAnswer>;

const routes: readonly {
  readonly path: RegExp;
  readonly verbs: Readonly<Record<string, Serve>>;
}[] = [
  { path: /^\/packages$/, verbs: { GET: listPackages } },
  { path: /^\/orders$/, verbs: { POST: takeOrder } },
  { path: /^\/orders\/(?<orderId>[^/]+)$/, verbs: { GET: tellStatus } },
  { path: /^\/orders\/(?<orderId>[^/]+)\/cancel$/, verbs: { POST: cancelOrder } },
  { path: /^\/events$/, verbs: { POST: takeEvent } },
];

/** The contract's five calls: credentials first, then the call; whatever goes wrong is answered in the vendor's error standard. */
export function createContractServer(options: ContractServerOptions): Server {
  const tokens = createTokens(options.customers);
  return createJsonServer(async (request) => {
    const token = await tokens.answer(request);
    if (token !== undefined) return token;
    options.behaviour.arrive?.(request);
    const noted: { received?: ReceivedOrder } = {};
    const note = (received: ReceivedOrder): void => void (noted.received = received);
    const right = await serve({ ...options, tokens }, request, note).catch((error: unknown) => {
      if (!(error instanceof Refusal)) options.log(`a call failed: ${String(error)}`);
      return errorAnswer(error instanceof Refusal ? error : unexpected());
    });
    const { received } = noted;
    const answer =
      (await options.behaviour.answer?.({ request, answer: right, received })) ?? right;
    options.answered({ request, answer, received });
    return answer;
  });
}

async function serve(
  options: ContractServerOptions & { readonly tokens: Tokens },
  request: IncomingMessage,
  note: PlatformCall["note"],
): Promise<JsonAnswer> {
  const customers = await callersCustomers(request, options.customers, options.tokens);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const route = routes.find(({ path }) => path.test(pathname));
  const text = "The request could not be served. Please contact support.";
  if (route === undefined) throw new Refusal(404, text, "no such path");
  const verb = route.verbs[request.method ?? ""];
  if (verb === undefined) {
    const refused = errorAnswer(new Refusal(405, text, "verb not supported"));
    return { ...refused, headers: { allow: Object.keys(route.verbs).join(", ") } };
  }
  const orderId = decoded(route.path.exec(pathname)?.groups?.["orderId"] ?? "");
  return verb(options, { request, query: searchParams, orderId, customers, note });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // no valid escape: then it is no order id either
  }
}

function errorAnswer({ status, userMessage, message }: Refusal): JsonAnswer {
  const body = { error: { userMessage, debugErrorMessage: message } };
  const headers = status === 401 ? { "www-authenticate": 'Basic realm="prime"' } : {};
  return { status, body, headers };
}

function unexpected(): Refusal {
  const text = "The assessment provider has a problem. Please contact support.";
  return new Refusal(500, text, "unexpected failure");
}
