import type { Behaviour } from "./behaviour.ts";
import type { CustomerConfiguration } from "./core/configuration.ts";
import {
  closeServer,
  listen,
  startPartner,
  type Partner,
  type PartnerOptions as CoreOptions,
} from "./core/start-partner.ts";
import { createControlServer } from "./control-server.ts";
import { fetchThrough } from "./faults/fetch-through.ts";
import { createJournal, type SeenOrder } from "./journal.ts";
import { observed } from "./observed.ts";

export interface PartnerOptions extends Omit<CoreOptions, "fetch" | "exclusively" | "around"> {
  /** What it does otherwise than the guide says; nothing unless given. */
  readonly behaviour?: Behaviour;
  /** Port of the control server (`/_demo`), which is no part of the contract; left out: there is none. */
  readonly controlPort?: number | undefined;
}

/** The partner of `core` with what demonstrations and tests of the judge need around it. */
export interface PrimePartner extends Partner {
  /** Where demonstrations steer (`/_demo`); undefined when no control port was given. */
  readonly controlEndpoint: string | undefined;
  /** Every order call answered since the start, oldest first, refused ones included. */
  readonly journal: () => readonly SeenOrder[];
}

const loopback = "127.0.0.1";

/** Starts the partner as `startPartner` does, with a journal and, if asked for, a control port and another behaviour. */
export async function startPrimePartner(options: PartnerOptions = {}): Promise<PrimePartner> {
  const { behaviour = {}, controlPort, ...core } = options;
  const journal = createJournal();
  const customers = new Map(Object.entries(options.customers ?? {}));
  const partner = await startPartner({
    ...core,
    fetch: behaviour.callAts && fetchThrough(behaviour.callAts),
    exclusively: behaviour.exclusively,
    around: (handler) => observed(handler, { behaviour, customers, answered: journal.add }),
  });
  const steering = {
    configureCustomer: (customerId: string, customer: CustomerConfiguration): void => {
      behaviour.configured?.(customerId, customer);
      customers.set(customerId, customer);
      partner.configureCustomer(customerId, customer);
    },
    completeOrder: partner.completeOrder,
    journal: journal.seen,
  };
  const control = controlPort === undefined ? undefined : createControlServer(steering);
  const openPort = control && (await listen(control, loopback, controlPort ?? 0));
  return {
    ...steering,
    endpoint: partner.endpoint,
    controlEndpoint: openPort === undefined ? undefined : `http://${loopback}:${openPort}`,
    close: async () => {
      await Promise.all([partner.close(), control && closeServer(control)]);
    },
  };
}
