import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setTimeout as sleep } from "node:timers/promises";

import type { RunReport } from "@slipway/platform-client";

import {
  openValidationWorld,
  reportOf,
  type ValidationWorld,
} from "../harness/validation.world.ts";

const runs = 4;
const killsPerRun = 5;

let world: ValidationWorld;
let undisturbed: RunReport;

beforeAll(async () => {
  world = await openValidationWorld({
    env: { SLIPWAY_PARTNER_TIMEOUT_MS: "5000" },
    // An order has to be open still when a platform that was killed in between repeats it.
    partner: { testCompletionMs: 12_000 },
  });
  undisturbed = await world.validate();
});

afterAll(async () => world?.close());

const verdictsOf = ({ requirements }: RunReport): readonly (readonly [string, string])[] =>
  requirements.map(({ id, verdict }) => [id, verdict]);

describe("a platform that is killed in the middle of runs", () => {
  it.each(Array.from({ length: runs }, (_, index) => index + 1))(
    "comes to the same verdicts after five kills, in run %i",
    async () => {
      const run = await world.client.startRun(world.sandbox.id);
      for (let kill = 0; kill < killsPerRun; kill += 1) {
        // Where in the run it strikes is left to chance, within what a run takes.
        await sleep(Math.random() * 1500);
        await world.killAndRestart();
      }
      const report = await reportOf(world.client, run.id);
      expect(verdictsOf(report)).toEqual(verdictsOf(undisturbed));
    },
    240_000,
  );

  it("has shown the partner no order twice", () => {
    const deliveries = world.partner.journal().map(({ deliveryId }) => deliveryId);
    expect(new Set(deliveries).size).toBe(deliveries.length);
  });
});
