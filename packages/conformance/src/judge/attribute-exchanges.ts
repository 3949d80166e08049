import type { Exchange } from "@slipway/exchange";
import type { Json, JsonObject } from "@slipway/foundation";

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
  const stepsByMark = groupByMark(options.steps);
  return exchanges.map((exchange) => {
    const { deliveryId } = exchange.references;
    const sent = deliveryId === undefined ? undefined : options.stepOfDelivery.get(deliveryId);
    if (sent !== undefined) return { exchange, step: sent };
    const fitting = bestFit(marksOfExchange(exchange), stepsByMark);
    return {
      exchange,
      step: fitting.length > 1 ? (options.chooseStep(exchange, fitting) ?? fitting[0]) : fitting[0],
    };
  });
}

/** An id by its name, as `orderId=o-1`. */
type Mark = string;
type StepsByMark = ReadonlyMap<Mark, readonly StepRow[]>;

function groupByMark(steps: readonly StepRow[]): StepsByMark {
  const byMark = new Map<Mark, StepRow[]>();
  for (const step of steps) {
    for (const mark of marksOf(step)) {
      const known = byMark.get(mark);
      if (known === undefined) byMark.set(mark, [step]);
      else known.push(step);
    }
  }
  return byMark;
}

/** Tries the narrowest id first: an order is one step's, a job may be shared. */
function bestFit(marks: readonly Mark[], stepsByMark: StepsByMark): readonly StepRow[] {
  for (const mark of marks) {
    const fitting = stepsByMark.get(mark);
    if (fitting !== undefined) return fitting;
  }
  return [];
}

function marksOfExchange({ references }: Exchange): readonly Mark[] {
  return idNames.flatMap((name) => {
    const id = references[name];
    return id === undefined ? [] : [`${name}=${id}`];
  });
}

/** Narrowest first. */
const idNames = ["orderId", "workflowId", "personId", "jobId"] as const;

function marksOf({ input, outcome }: StepRow): ReadonlySet<Mark> {
  const marks = new Set<Mark>();
  collectMarks(input, marks);
  if (outcome.state === "done") collectMarks(outcome.facts, marks);
  return marks;
}

/** Ids stand in an object or in the objects in it, as a candidate; lists hold none. */
function collectMarks(value: Json | undefined, marks: Set<Mark>): void {
  if (!isObject(value)) return;
  for (const name of idNames) {
    const id = value[name];
    if (typeof id === "string" || typeof id === "number") marks.add(`${name}=${id}`);
  }
  for (const member of Object.values(value)) collectMarks(member, marks);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
