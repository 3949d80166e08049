import type { IncomingMessage } from "node:http";

import type { CallAts } from "./ats-client.ts";
import type { CustomerConfiguration } from "./configuration.ts";
import type { Exclusively } from "./exclusively.ts";
import type { AnsweredCall } from "./journal.ts";
import type { JsonAnswer } from "./json-http.ts";
import type { ReceivedOrder } from "./parse-order.ts";

/** Where this partner can be made to behave otherwise, to try what a validation makes of it; nothing given: as the guide says. */
export interface Behaviour {
  /** Sees a call of the platform before anything is read of it. */
  readonly arrive?: (request: IncomingMessage) => void;
  /** Told of a customer when it is configured, the first time and ever after. */
  readonly configured?: (customerId: string, customer: CustomerConfiguration) => void;
  /** Sees the body of an order before anything is understood of it; what it throws breaks the call. */
  readonly read?: (body: unknown) => void;
  /** What is understood of an order. */
  readonly understand?: (received: ReceivedOrder, customer: CustomerConfiguration) => ReceivedOrder;
  /** What leaves in place of the right answer. */
  readonly answer?: (answered: AnsweredCall) => JsonAnswer | Promise<JsonAnswer>;
  /** How the ATS is called. */
  readonly callAts?: (callAts: CallAts) => CallAts;
  readonly exclusively?: Exclusively;
  /** False: a cancelled order goes on. */
  readonly cancels?: boolean;
}
