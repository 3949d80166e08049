import type { Declaration, Scenario, Stage } from "@slipway/conformance";
import type { Json, JsonObject } from "@slipway/foundation";

import { contextOf } from "../../evidence/evidence.world.ts";

/** A step as a scenario asked for it. */
export interface PlayedStep {
  readonly name: string;
  readonly kind: string;
  readonly input: Json;
}

interface Play {
  /** The instance to play; the only one by default. */
  readonly instance?: string;
  readonly declaration?: Partial<Declaration>;
  /** What a step establishes differently, by its name. */
  readonly facts?: Readonly<Record<string, JsonObject>>;
}

/** Plays a scenario against recorded facts of a partner that accepts everything, and returns the steps it asked for. */
export async function playScenario(
  scenario: Scenario,
  play: Play = {},
): Promise<readonly PlayedStep[]> {
  const { declaration, settings } = contextOf(play.declaration);
  const instance = scenario
    .instances({ declaration, settings })
    .find(({ name }) => name === (play.instance ?? ""));
  if (instance === undefined) throw new Error(`Expected ${scenario.id} to have that instance`);
  const steps: PlayedStep[] = [];
  const step: Stage["step"] = async (name, action, input) => {
    steps.push({ name, kind: action.kind, input });
    // The facts of the kind's own action, as below.
    return { ...factsOf[action.kind]?.(steps.length), ...play.facts?.[name] } as never;
  };
  await scenario.play({
    declaration,
    settings,
    region: "a",
    parameters: instance.parameters,
    step,
    together: async (all) =>
      Promise.all(all.map(async (one) => step(one.name, one.action, one.input))),
  });
  return steps;
}

/** The names of the instances of a scenario. */
export function instancesOf(
  scenario: Scenario,
  declared: Partial<Declaration> = {},
): readonly string[] {
  const { declaration, settings } = contextOf(declared);
  return scenario.instances({ declaration, settings }).map(({ name }) => name);
}

const accepted = (place: number): JsonObject => ({
  orderId: `order-${place}`,
  deliveryId: `delivery-${place}`,
  status: 202,
  noAnswer: null,
  recruiterView: { tone: "success", text: "Sent." },
});

const factsOf: Readonly<Record<string, (place: number) => JsonObject>> = {
  "packages.sync": () => ({
    status: 200,
    packages: [
      { packageId: "p-99", name: "Withdrawn", active: false },
      { packageId: "p-100", name: "Numerical reasoning", active: true },
    ],
  }),
  "candidate.create": (place) => ({
    personId: place,
    jobId: 4,
    workflowId: 500 + place,
    name: "Ada Probe",
  }),
  "order.send": accepted,
  "order.cancel": (place) => ({ ...accepted(place), status: 200 }),
  "order.status": () => ({ status: 200, orderStatus: "sent" }),
  "result.await": () => ({ arrived: true, entry: 1, readableAt: "", statusId: "", row: {} }),
  "row.await-closed": () => ({ rows: [] }),
  "candidate.move": accepted,
  "workflow.disturb": () => ({ status: 503, times: 2 }),
};
