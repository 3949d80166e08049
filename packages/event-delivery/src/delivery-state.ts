/**
 * Every call of the platform to a partner is one row of `delivery`, and is attempted at most once.
 *
 * - **due**: waits for a worker. Nothing has left the house.
 * - **claimed**: a worker has it under a lease of a few seconds. Nothing has left the house. When the lease runs out (the
 *   worker died or was too slow) the delivery is due again, and another worker takes it. A worker that comes back after its
 *   lease cannot start: starting asks for the claim.
 * - **started**: committed on its own before the first byte leaves, under a lease longer than the time-out. From here on
 *   nobody sends it again, whatever happens: the partner may have acted on it.
 * - **finished**: the attempt came to an end that we saw: an answer, or a named reason why there was none. A claimed
 *   delivery that could not even be attempted (our key to the credentials is lost) finishes as `not-sent`. So does every
 *   delivery of an integration that the programme holds and that is not started (`hold`); one that is raised meanwhile is
 *   written as finished.
 * - **outcome-unknown**: the lease of a started delivery ran out: we died, and cannot say whether the partner got it. The
 *   recruiter sees "no answer"; the recruiter, or a run with a new candidate, repeats the action. We never do.
 *
 * `finished` and `outcome-unknown` are the ends: an answer that comes after `outcome-unknown` changes nothing.
 * Leases run on real time; the stamps that people read come from the tenant's clock.
 */
export type DeliveryState = "due" | "claimed" | "started" | "finished" | "outcome-unknown";

/** What can happen to a delivery. */
export type DeliveryEvent =
  | "claim"
  | "start"
  | "finish"
  | "give-up-unsent"
  | "hold"
  | "lease-ran-out";

/** All states, in the order in which they are passed. */
export const deliveryStates: readonly DeliveryState[] = [
  "due",
  "claimed",
  "started",
  "finished",
  "outcome-unknown",
];

/** All events. */
export const deliveryEvents: readonly DeliveryEvent[] = [
  "claim",
  "start",
  "finish",
  "give-up-unsent",
  "hold",
  "lease-ran-out",
];

const transitions: Readonly<Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>>> =
  {
    due: { claim: "claimed", hold: "finished" },
    claimed: {
      start: "started",
      "give-up-unsent": "finished",
      hold: "finished",
      "lease-ran-out": "due",
    },
    started: { finish: "finished", "lease-ran-out": "outcome-unknown" },
    finished: {},
    "outcome-unknown": {},
  };

/** The state after an event; undefined where the event cannot happen, and the statement that tries it changes no row. */
export function nextDeliveryState(
  state: DeliveryState,
  event: DeliveryEvent,
): DeliveryState | undefined {
  return transitions[state][event];
}
