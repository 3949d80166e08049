import type { Exchange } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { StepRow } from "../drive/step-row.ts";

/** An exchange and the step it belongs to; none when it fits no step. */
export interface Attribution {
  readonly exchange: Exchange;
  readonly step: StepRow | undefined;
}

/** Which of a case's steps an exchange belongs to, when more than one shares its ids; the framework knows. */
export type ChooseStep = (exchange: Exchange, steps: readonly StepRow[]) => StepRow | undefined;

export interface AttributeOptions {
  readonly steps: readonly StepRow[];
  /** The step of each delivery of the run, by delivery id. */
  readonly stepOfDelivery: ReadonlyMap<string, StepRow>;
  readonly chooseStep: ChooseStep;
}

/**
 * Ties one tenant's exchanges to the run's steps by delivery, order, workflow, person and job id, never by time: what fits no
 * step stays unattributed.
 */
export function attributeExchanges(
  exchanges: readonly Exchange[],
  options: AttributeOptions,
): readonly Attribution[] {
  const marked = options.steps.map((step) => ({ step, marks: marksOf(step) }));
  return exchanges.map((exchange) => {
    const { deliveryId } = exchange.references;
    const sent = deliveryId === undefined ? undefined : options.stepOfDelivery.get(deliveryId);
    if (sent !== undefined) return { exchange, step: sent };
    const fitting = bestFit(marksOfExchange(exchange), marked);
    return {
      exchange,
      step: fitting.length > 1 ? (options.chooseStep(exchange, fitting) ?? fitting[0]) : fitting[0],
    };
  });
}

type Marked = readonly { readonly step: StepRow; readonly marks: ReadonlySet<string> }[];

/** Tries the narrowest id first: an order is one step's, a job may be shared. */
function bestFit(marks: readonly string[], marked: Marked): readonly StepRow[] {
  for (const mark of marks) {
    const fitting = marked.filter((one) => one.marks.has(mark)).map((one) => one.step);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

function marksOfExchange({ references }: Exchange): readonly string[] {
  const ids = [
    ["orderId", references.orderId],
    ["workflowId", references.workflowId],
    ["personId", references.personId],
    ["jobId", references.jobId],
  ] as const;
  return ids.flatMap(([name, id]) => (id === undefined ? [] : [`${name}=${id}`]));
}

const idNames = new Set(["orderId", "workflowId", "personId", "jobId"]);

function marksOf(step: StepRow): ReadonlySet<string> {
  const marks = new Set<string>();
  collectMarks(step.input, marks);
  if (step.outcome.state === "done") collectMarks(step.outcome.facts, marks);
  return marks;
}

function collectMarks(value: JsonObject, marks: Set<string>): void {
  for (const [name, member] of Object.entries(value)) {
    if (idNames.has(name) && (typeof member === "string" || typeof member === "number"))
      marks.add(`${name}=${member}`);
    // Lists carry no ids of their own in step facts; objects may nest a candidate.
    if (member !== null && typeof member === "object" && !Array.isArray(member))
      collectMarks(member as JsonObject, marks);
  }
}
