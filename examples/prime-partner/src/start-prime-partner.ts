import { createAtsClient } from "./ats-client.ts";
import type { Behaviour } from "./behaviour.ts";
import type { CustomerConfiguration, PartnerConfiguration } from "./configuration.ts";
import { createContractServer } from "./contract-server.ts";
import { createControlServer } from "./control-server.ts";
import { createExclusively } from "./exclusively.ts";
import { closeServer, listen } from "./json-http.ts";
import { createJournal, type SeenOrder } from "./journal.ts";
import { createOrderProgress } from "./order-progress.ts";
import { openOrderStore } from "./order-store.ts";
import type { Order } from "./order.ts";
import { createResultWriter } from "./result-writer.ts";

export interface PartnerOptions extends Partial<PartnerConfiguration> {
  /** The first wait after a failed call of the ATS; 1,000 unless given. It doubles up to five minutes. */
  readonly firstDelayMs?: number;
  /** What it does otherwise than the guide says; nothing unless given. */
  readonly behaviour?: Behaviour;
  /** Takes lines for the operator: no personal data, no credentials. */
  readonly log?: (line: string) => void;
}

export interface PrimePartner {
  /** Where the platform calls: `http://127.0.0.1:9100`. */
  readonly endpoint: string;
  /** Where demonstrations steer (`/_demo`); undefined when no control port was given. */
  readonly controlEndpoint: string | undefined;
  /** Adds a customer, or replaces what was configured for it. */
  readonly configureCustomer: (customerId: string, customer: CustomerConfiguration) => void;
  /** The candidate has finished; false when no order of this id is open. */
  readonly completeOrder: (orderId: string) => boolean;
  /** Every order call answered since the start, oldest first, refused ones included. */
  readonly journal: () => readonly SeenOrder[];
  /** Ends it: finishes running answers, drops timers and waits. Orders kept in a file go on at the next start. */
  readonly close: () => Promise<void>;
}

const longestDelayMs = 5 * 60_000;
const loopback = "127.0.0.1";

/**
 * Starts the partner; resolves when it listens, rejects when a port is taken. Unless options say otherwise it listens on
 * loopback at a free port, without a control port, keeps orders in memory, and completes test orders after three seconds.
 */
export async function startPrimePartner(options: PartnerOptions = {}): Promise<PrimePartner> {
  const { host = loopback, log = () => undefined, behaviour = {} } = options;
  const ending = new AbortController();
  const customers = new Map(Object.entries(options.customers ?? {}));
  const store = openOrderStore(options.ordersFile);
  const journal = createJournal();
  const { publicAddress = "https://assess.example.test", firstDelayMs = 1000 } = options;
  const client = createAtsClient({ firstDelayMs, longestDelayMs, signal: ending.signal });
  const callAts = behaviour.callAts?.(client) ?? client;
  const reportAddress = addressBelow(`${publicAddress}/reports`);
  const writer = createResultWriter({ store, callAts, customers, reportAddress, log });
  const { testCompletionMs = 3000, completeAll = false } = options;
  const progress = createOrderProgress({ store, writer, testCompletionMs, completeAll });
  const pursueAll = (customerId: string): void => {
    const own = store.all().filter(({ received }) => received.customerId === customerId);
    for (const order of own) progress.pursue(order);
  };
  const contract = createContractServer({
    customers,
    store,
    callAts,
    exclusively: behaviour.exclusively ?? createExclusively(),
    accepted: progress.pursue,
    cancelled: behaviour.cancels === false ? () => undefined : progress.cancel,
    behaviour,
    startAddress: addressBelow(`${publicAddress}/start`),
    answered: journal.add,
    log,
  });
  const steering = {
    configureCustomer: (customerId: string, customer: CustomerConfiguration): void => {
      behaviour.configured?.(customerId, customer);
      customers.set(customerId, customer);
      pursueAll(customerId);
    },
    completeOrder: (orderId: string): boolean =>
      store.all().some((order) => order.received.orderId === orderId && progress.complete(order)),
    journal: journal.seen,
  };
  const control = options.controlPort === undefined ? undefined : createControlServer(steering);
  const port = await listen(contract, host, options.port ?? 0);
  const controlPort = control && (await listen(control, loopback, options.controlPort ?? 0));
  for (const customerId of customers.keys()) pursueAll(customerId);
  return {
    ...steering,
    endpoint: `http://${host}:${port}`,
    controlEndpoint: controlPort === undefined ? undefined : `http://${loopback}:${controlPort}`,
    close: async () => {
      progress.stop();
      await Promise.all([closeServer(contract), control && closeServer(control)]);
      ending.abort();
      await writer.settled();
    },
  };
}

function addressBelow(start: string): (order: Order) => string {
  return ({ received, partnerOrderId }) => `${start}/${received.customerId}/${partnerOrderId}`;
}
