import type { CustomerConfiguration } from "./core/configuration.ts";
import type { Exclusively } from "./core/exclusively.ts";
import type { ReceivedOrder } from "./core/parse-order.ts";
import type { CallAts } from "./faults/ats-call.ts";
import type { AnsweredCall, JsonAnswer, SeenRequest } from "./journal.ts";

/** Where the partner of `core` can be made to behave otherwise, to try what a validation makes of it; nothing given: as the guide says. */
export interface Behaviour {
  /** Sees a call of the platform before anything is read of it. */
  readonly arrive?: (request: SeenRequest) => void;
  /** Told of a customer when it is configured, the first time and ever after. */
  readonly configured?: (customerId: string, customer: CustomerConfiguration) => void;
  /** Sees the body of an order before anything is understood of it; what it throws breaks the call. */
  readonly read?: (body: unknown) => void;
  /** What is understood of an order. */
  readonly understand?: (received: ReceivedOrder, customer: CustomerConfiguration) => ReceivedOrder;
  /** What leaves in place of the right answer. */
  readonly answer?: (answered: AnsweredCall) => JsonAnswer | Promise<JsonAnswer>;
  /** How each request to the ATS is sent, repetitions included. */
  readonly callAts?: (callAts: CallAts) => CallAts;
  readonly exclusively?: Exclusively;
  /** False: a cancelled order goes on. */
  readonly cancels?: boolean;
}
