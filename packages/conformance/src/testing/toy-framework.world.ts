import { randomBytes } from "node:crypto";

import { openDatabase, type Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import type { Exchange, SandboxId } from "@slipway/exchange";
import { createIds, systemClock, type Clock, type Ids, type JsonObject } from "@slipway/foundation";

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
  readonly ids: Ids;
  readonly framework: Framework;
  readonly sandboxId: SandboxId;
  readonly performer: Performer;
  readonly performers: ReadonlyMap<string, Performer>;
  readonly exchanges: ExchangeSource;
  /** What is on record of both tenants; `customerId` says whose it is. */
  readonly recorded: Exchange[];
  /** Places at which the performer began, in order. */
  readonly begun: readonly StepPlace[];
  /** How steps stand when they are looked at; by step name, default done. */
  readonly answers: Map<string, Progress>;
  /** Faults of ours that were told, in order. */
  readonly troubles: unknown[];
  readonly onTrouble: (error: unknown) => void;
  /** The same database as another process has it. */
  readonly openAgain: () => Database;
  readonly start: (
    differences?: Partial<Pick<StartOptions, "framework" | "packVersion" | "part">>,
  ) => Promise<Run>;
  readonly close: () => Promise<void>;
}

type StartOptions = Parameters<typeof startRun>[0];

export const ask = defineAction<JsonObject, { readonly question: string }>("toy.ask");

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

const pack = (version: string, scenarios: readonly Scenario[]): RequirementPack => ({
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
  scenarios: scenarios.map(({ id }) => id),
  requirements: [
    { id: "T-1", title: "It answers", duties: [], severity: "must", checks: ["toy.answers"] },
  ],
});

/** The toy framework, with other scenarios where a test needs them. */
export function toyFrameworkWith(...scenarios: readonly Scenario[]): Framework {
  return {
    id: "toy",
    title: "Toy",
    packs: [pack("1", scenarios), pack("2", scenarios)],
    scenarios,
    checks: [
      {
        id: "toy.answers",
        version: 1,
        title: "It answers",
        fault: "partner",
        scope: "case",
        scenarios: scenarios.map(({ id }) => id),
        judge: ({ steps }) => pass(...Object.values(steps).flatMap((step) => step.exchanges)),
      },
    ],
    chooseStep: (_exchange, steps) => steps[0],
  };
}

export const toyFramework = toyFrameworkWith(conversation);

export async function openToyWorld(framework = toyFramework): Promise<ToyWorld> {
  const database = await createTestDatabase();
  const ids = createIds({ clock: systemClock, randomBytes });
  // A new sandbox takes no id but its own.
  const sandboxId = ids.uuid() as SandboxId;
  await insertSandbox(database, sandboxId);
  const recorded: Exchange[] = [];
  const troubles: unknown[] = [];
  const opened: Database[] = [];
  const base = { database, clock: systemClock, ids, framework, sandboxId };
  return {
    ...base,
    ...toyPerformer(),
    exchanges: exchangesIn(recorded),
    recorded,
    troubles,
    onTrouble: (error) => {
      troubles.push(error);
    },
    openAgain: () => {
      const again = openDatabase({ connection: database.connection });
      opened.push(again);
      return again;
    },
    start: async (differences = {}) =>
      startRun({ ...base, packVersion: "1", ...unremarkable, ...differences }),
    close: async () => {
      for (const again of opened) await again.close();
      await database.close();
    },
  };
}

const unremarkable = {
  declaration: { completesTestOrders: true, supportsCancel: false, manifest: [], wordings: {} },
  tenants: {
    a: { customerId: "6101", publicBase: "http://127.0.0.1:1", labels: {} },
    b: { customerId: "6102", publicBase: "http://127.0.0.1:2", labels: {} },
  },
  preflight: {},
} as const;

function toyPerformer(): Pick<ToyWorld, "performer" | "performers" | "begun" | "answers"> {
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
  return { performer, performers: new Map([[ask.kind, performer]]), begun, answers };
}

function exchangesIn(recorded: readonly Exchange[]): ExchangeSource {
  return {
    recordedBetween: async (customerId) =>
      recorded.filter((exchange) => exchange.customerId === customerId),
    byIds: async (customerId, ids) =>
      recorded.filter(
        (exchange) => exchange.customerId === customerId && ids.includes(exchange.id),
      ),
    newestOf: async (customerIds) =>
      new Map(
        recorded
          .filter(({ customerId }) => customerIds.includes(customerId))
          .map(({ customerId, id }) => [customerId, { any: id, write: id }]),
      ),
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
