import type { ExchangeId, RunId } from "@slipway/exchange";
import { beforeEach, expect, it } from "vitest";

import type { NewestExchanges } from "../grade/exchange-source.ts";
import type { ActiveRun } from "../runs/run.store.ts";
import { createRunWatch, type RunWatch } from "./run-watch.ts";

// Made here, and given to nothing else.
const runOf = (id: string, a: string, b: string): ActiveRun => ({
  id: id as RunId,
  customers: { a, b },
});
const left = runOf("left", "1", "2");
const right = runOf("right", "3", "4");
const everywhere = { a: true, b: true };
const nowhere = { a: false, b: false };

let newest: Map<string, NewestExchanges>;
let nowMs: number;
let watch: RunWatch;

beforeEach(() => {
  newest = new Map();
  nowMs = 0;
  watch = createRunWatch({
    exchanges: { newestOf: async () => newest },
    clock: { monotonicMs: () => nowMs },
    lookAgainAfterMs: 1000,
  });
});

function record(customerId: string, id: string, kind: "read" | "write" = "read"): void {
  const write = kind === "write" ? (id as ExchangeId) : newest.get(customerId)?.write;
  newest.set(customerId, { any: id as ExchangeId, write });
}

it("takes all of a run that nobody has looked at, once", async () => {
  expect(await watch.takeMoved([left, right])).toEqual([
    { id: "left", partnerMoved: everywhere },
    { id: "right", partnerMoved: everywhere },
  ]);
  expect(await watch.takeMoved([left, right])).toEqual([]);
});

it("takes the run alone of whose tenants something was recorded", async () => {
  await watch.takeMoved([left, right]);
  record("4", "e1");
  expect(await watch.takeMoved([left, right])).toEqual([{ id: "right", partnerMoved: nowhere }]);
  expect(await watch.takeMoved([left, right])).toEqual([]);
});

it("says in which tenant the partner may have changed something", async () => {
  await watch.takeMoved([left]);
  record("2", "e1", "write");
  record("1", "e2");
  expect(await watch.takeMoved([left])).toEqual([
    { id: "left", partnerMoved: { a: false, b: true } },
  ]);
});

it("takes all of every run again after a while, also of one that is never quiet", async () => {
  await watch.takeMoved([left]);
  nowMs = 999;
  record("1", "e1");
  expect(await watch.takeMoved([left])).toEqual([{ id: "left", partnerMoved: nowhere }]);
  nowMs = 1000;
  expect(await watch.takeMoved([left])).toEqual([{ id: "left", partnerMoved: everywhere }]);
});

it("still sees as news what was recorded of a run that was left out meanwhile", async () => {
  await watch.takeMoved([left, right]);
  record("1", "e1");
  expect(await watch.takeMoved([right])).toEqual([]);
  expect(await watch.takeMoved([left])).toHaveLength(1);
});

it("forgets the runs that are over", async () => {
  await watch.takeMoved([left]);
  watch.keep([right]);
  expect(await watch.takeMoved([left])).toHaveLength(1);
});
