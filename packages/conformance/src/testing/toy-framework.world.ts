import { randomBytes } from "node:crypto";

import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import type { SandboxId } from "@slipway/exchange";
import { createIds, systemClock, type Clock, type JsonObject } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { ExchangeSource } from "../grade/exchange-source.ts";
import { pass } from "../judgements.ts";
import type { Performer, Progress, StepPlace } from "../performer.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { Run } from "../runs/run.ts";
import { startRun } from "../runs/start-run.ts";
import { defineAction, type Scenario } from "../scenario.ts";

/** A framework that exercises the engine: one scenario asks once, then asks twice at once; a check passes what is done. */
export interface ToyWorld {
  readonly database: Database;
  readonly clock: Clock;
  readonly framework: Framework;
  readonly performers: ReadonlyMap<string, Performer>;
  readonly exchanges: ExchangeSource;
  /** Places at which the performer began, in order. */
  readonly begun: readonly StepPlace[];
  /** How steps stand when they are looked at; by step name, default done. */
  readonly answers: Map<string, Progress>;
  readonly start: () => Promise<Run>;
  readonly close: () => Promise<void>;
}

const ask = defineAction<JsonObject, { readonly question: string }>("toy.ask");

const conversation: Scenario = {
  id: "toy.conversation",
  title: "Asks once, then twice at once",
  instances: () => [{ name: "", parameters: {} }],
  play: async (stage) => {
    const { question } = await stage.step("first", ask, {});
    await stage.together([
      { name: "left", action: ask, input: { after: question } },
      { name: "right", action: ask, input: { after: question } },
    ]);
  },
};

const pack = (version: string): RequirementPack => ({
  id: "toy",
  version,
  framework: "toy",
  title: "Toy",
  settings: {
    answerBudgetMs: 1000,
    resultBudgetMs: 1000,
    completionWindowMs: 1000,
    testCompletionWindowMs: 1000,
  },
  scenarios: [conversation.id],
  requirements: [
    { id: "T-1", title: "It answers", duties: [], severity: "must", checks: ["toy.answers"] },
  ],
});

export const toyFramework: Framework = {
  id: "toy",
  title: "Toy",
  packs: [pack("1"), pack("2")],
  scenarios: [conversation],
  checks: [
    {
      id: "toy.answers",
      version: 1,
      title: "It answers",
      fault: "partner",
      scope: "case",
      scenarios: [conversation.id],
      judge: () => pass(),
    },
  ],
  chooseStep: (_exchange, steps) => steps[0],
};

export async function openToyWorld(): Promise<ToyWorld> {
  const database = await createTestDatabase();
  const clock = systemClock;
  const ids = createIds({ clock, randomBytes });
  const begun: StepPlace[] = [];
  const answers = new Map<string, Progress>();
  const stands = (place: StepPlace): Progress =>
    answers.get(place.step) ?? { kind: "done", facts: { question: place.stepKey } };
  const performer: Performer = {
    kind: ask.kind,
    begin: async (_tx, place) => {
      begun.push(place);
      return stands(place);
    },
    look: async (place) => stands(place),
  };
  const sandboxId = ids.uuid() as SandboxId;
  await insertSandbox(database, sandboxId);
  return {
    database,
    clock,
    framework: toyFramework,
    performers: new Map([[ask.kind, performer]]),
    exchanges: { recordedBetween: async () => [], byIds: async () => [] },
    begun,
    answers,
    start: async () =>
      startRun({
        database,
        clock,
        ids,
        framework: toyFramework,
        sandboxId,
        packVersion: "1",
        declaration: {
          completesTestOrders: true,
          supportsCancel: false,
          manifest: [],
          wordings: {},
        },
        tenants: {
          a: { customerId: "6101", publicBase: "http://127.0.0.1:1", labels: {} },
          b: { customerId: "6102", publicBase: "http://127.0.0.1:2", labels: {} },
        },
        preflight: {},
      }),
    close: database.close,
  };
}

async function insertSandbox({ queries }: Database, id: string): Promise<void> {
  const created_at = new Date();
  await queries
    .insertInto("integration")
    .values({ id, name: id, framework: "toy", connector_type: "prime", created_at })
    .execute();
  await queries
    .insertInto("sandbox")
    .values({ id, integration_id: id, seed: 1, mask_key: Buffer.alloc(32), created_at })
    .execute();
}
