import {
  createEndpoint,
  refusalAnswer,
  Refusal,
  type KnownRequest,
  type RequestHandler,
  type StoredAnswer,
} from "@slipway/sdk";

import {
  cancelOrder,
  listPackages,
  takeEvent,
  takeOrder,
  tellStatus,
  type ContractDesk,
  type PlatformCall,
} from "./contract-calls.ts";
import { callersCustomers, type Customers } from "./platform-access.ts";
import { createTokens, type Tokens } from "./tokens.ts";

export interface ContractEndpointOptions extends ContractDesk {
  readonly customers: Customers;
  readonly log: (line: string) => void;
}

type Serve = (desk: ContractDesk, call: PlatformCall) => Promise<StoredAnswer>;

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

const greatestBodyBytes = 1024 * 1024;

/** The contract's five calls: credentials first, then the call; whatever goes wrong is answered in the vendor's error standard. */
export function createContractEndpoint(options: ContractEndpointOptions): RequestHandler {
  const tokens = createTokens(options.customers);
  const endpoint = createEndpoint({
    greatestBodyBytes,
    accept: async (request) => {
      const { size } = await callersCustomers(request, options.customers, tokens);
      return size === 0 ? undefined : "platform";
    },
    handle: async (request) => serve({ ...options, tokens }, request),
    onFault: (fault) => options.log(`a call failed: ${String(fault)}`),
  });
  return async (request) => (await tokens.answer(request)) ?? endpoint(request);
}

async function serve(
  options: ContractEndpointOptions & { readonly tokens: Tokens },
  request: KnownRequest,
): Promise<StoredAnswer> {
  const { pathname, searchParams } = new URL(request.target, "http://localhost");
  const route = routes.find(({ path }) => path.test(pathname));
  if (route === undefined) throw new Refusal({ ...notServed, debugErrorMessage: "no such path" });
  const verb = route.verbs[request.method];
  if (verb === undefined) return verbNotSupported(Object.keys(route.verbs));
  return verb(options, {
    body: request.body,
    query: searchParams,
    orderId: decoded(route.path.exec(pathname)?.groups?.["orderId"] ?? ""),
    customers: await callersCustomers(request, options.customers, options.tokens),
  });
}

const notServed = {
  status: 404,
  userMessage: "The request could not be served. Please contact support.",
} as const;

function verbNotSupported(verbs: readonly string[]): StoredAnswer {
  const refused = { ...notServed, status: 405, debugErrorMessage: "verb not supported" } as const;
  const answer = refusalAnswer(refused);
  return { ...answer, headers: { ...answer.headers, allow: verbs.join(", ") } };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // no valid escape: then it is no order id either
  }
}
