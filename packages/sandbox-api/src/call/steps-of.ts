import type { FinishedAnswer } from "./answer.ts";
import type { Call } from "./call.ts";

/** One named step: takes what the steps before it gave, and gives more, answers, or throws a problem. */
export type Step<Needs, Gives> = (call: Call & Needs) => Gives | Promise<Gives>;

/** What the last step gives. */
export interface Answered {
  readonly answer: FinishedAnswer;
}

/** A list of steps in which each step finds what it needs; a step out of order does not compile. */
export interface Steps<Known> {
  readonly step: <Gives extends object | void>(
    step: Step<Known, Gives>,
  ) => Steps<Gives extends object ? Known & Gives : Known>;
  readonly run: (call: Call) => Promise<Known>;
}

/** The empty list: nothing is known but the arrival. */
export function stepsOf(): Steps<unknown> {
  return link([]);
}

// Inside, the steps are kept without their types; `step` is what holds the order.
type AnyStep = (call: never) => object | void | Promise<object | void>;

function link<Known>(steps: readonly AnyStep[]): Steps<Known> {
  return {
    step: (step) => link([...steps, step]),
    run: async (call) => {
      for (const step of steps) {
        // The step's needs were checked when it joined the list.
        const gives = step(call as never);
        // Most steps are synchronous: waiting for each would cost more than they do.
        Object.assign(call, gives instanceof Promise ? await gives : gives);
      }
      // Each step has added what it gives.
      return call as Known;
    },
  };
}
