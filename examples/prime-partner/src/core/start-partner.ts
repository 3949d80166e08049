import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { toNodeListener, type RequestHandler } from "@slipway/sdk";

import { createAtsClients } from "./ats-clients.ts";
import type { CustomerConfiguration, PartnerConfiguration } from "./configuration.ts";
import { createContractEndpoint } from "./contract-endpoint.ts";
import { createExclusively, type Exclusively } from "./exclusively.ts";
import { createOrderProgress } from "./order-progress.ts";
import { openOrderStore } from "./order-store.ts";
import type { Order } from "./order.ts";
import { createResultWriter } from "./result-writer.ts";

export interface PartnerOptions extends Partial<PartnerConfiguration> {
  /** The first wait after a failed call of the ATS; 1,000 unless given. It doubles up to five minutes. */
  readonly firstDelayMs?: number;
  /** Takes lines for the operator: no personal data, no credentials. */
  readonly log?: (line: string) => void;
  /** The network by which the ATS is called; the process's own unless given. */
  readonly fetch?: typeof fetch | undefined;
  /** What keeps two calls for the same order apart; a lock of this process unless given. */
  readonly exclusively?: Exclusively | undefined;
  /** Put around what answers the platform: the place for tracing and metrics. */
  readonly around?: (handler: RequestHandler) => RequestHandler;
}

export interface Partner {
  /** Where the platform calls: `http://127.0.0.1:9100`. */
  readonly endpoint: string;
  /** Adds a customer, or replaces what was configured for it. */
  readonly configureCustomer: (customerId: string, customer: CustomerConfiguration) => void;
  /** The candidate has finished; false when no order of this id is open. */
  readonly completeOrder: (orderId: string) => boolean;
  /** Ends it: finishes running answers, drops timers and waits. Orders kept in a file go on at the next start. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the partner; resolves when it listens, rejects when the port is taken. Unless options say otherwise it listens on
 * loopback at a free port, keeps orders in memory, and completes test orders after three seconds.
 */
export async function startPartner(options: PartnerOptions = {}): Promise<Partner> {
  const { host = "127.0.0.1", log = () => undefined, around = unchanged, fetch } = options;
  const { publicAddress = "https://assess.example.test", firstDelayMs = 1000 } = options;
  const { testCompletionMs = 3000, completeAll = false } = options;
  const ending = new AbortController();
  const customers = new Map(Object.entries(options.customers ?? {}));
  const store = openOrderStore(options.ordersFile);
  const atsOf = createAtsClients({ firstDelayMs, signal: ending.signal, fetch });
  const reportAddress = addressBelow(`${publicAddress}/reports`);
  const writer = createResultWriter({ store, atsOf, customers, reportAddress, log });
  const progress = createOrderProgress({ store, writer, testCompletionMs, completeAll });
  const pursueAll = (customerId: string): void => {
    const own = store.all().filter(({ received }) => received.customerId === customerId);
    for (const order of own) progress.pursue(order);
  };
  const endpoint = createContractEndpoint({
    customers,
    store,
    atsOf,
    exclusively: options.exclusively ?? createExclusively(),
    accepted: progress.pursue,
    cancelled: progress.cancel,
    startAddress: addressBelow(`${publicAddress}/start`),
    log,
  });
  const server = createServer(toNodeListener(around(endpoint)));
  const port = await listen(server, host, options.port ?? 0);
  for (const customerId of customers.keys()) pursueAll(customerId);
  return {
    endpoint: `http://${host}:${port}`,
    configureCustomer: (customerId, customer) => {
      customers.set(customerId, customer);
      pursueAll(customerId);
    },
    completeOrder: (orderId) =>
      store.all().some((order) => order.received.orderId === orderId && progress.complete(order)),
    close: async () => {
      progress.stop();
      await closeServer(server);
      ending.abort();
      await writer.settled();
    },
  };
}

function unchanged(handler: RequestHandler): RequestHandler {
  return handler;
}

function addressBelow(start: string): (order: Order) => string {
  return ({ received, partnerOrderId }) => `${start}/${received.customerId}/${partnerOrderId}`;
}

/** Starts to listen; resolves with the port. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // A server that listens on TCP has an address of this kind.
  return (server.address() as AddressInfo).port;
}

/** Ends a server once running answers are finished. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
