import type { RunId } from "@slipway/exchange";
import { beforeEach, describe, expect, it } from "vitest";

import { createRunTroubles, type RunTroubles } from "./run-troubles.ts";

const one = "01900000-0000-7000-8000-000000000001" as RunId;
const two = "01900000-0000-7000-8000-000000000002" as RunId;
const bug = new TypeError("undefined is not a run");
const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

let nowMs: number;
let told: string[];
let troubles: RunTroubles;

beforeEach(() => {
  nowMs = 0;
  told = [];
  troubles = createRunTroubles({
    clock: { monotonicMs: () => nowMs },
    giveUpAfterMs: 600_000,
    onError: (error) => {
      told.push(String(error));
    },
  });
});

describe("a run that keeps failing", () => {
  it("is tried ever more rarely, but at least twice a minute", () => {
    const pauses: number[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      troubles.note(one, bug);
      const failedMs = nowMs;
      while (!troubles.isDue(one)) nowMs += 250;
      pauses.push(nowMs - failedMs);
    }
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("is given up after the time for it, and not before", () => {
    expect(troubles.note(one, bug)).toBe("again");
    nowMs = 599_999;
    expect(troubles.note(one, bug)).toBe("again");
    nowMs = 600_000;
    expect(troubles.note(one, bug)).toBe("hopeless");
  });

  it("begins anew once it went well", () => {
    troubles.note(one, bug);
    troubles.settle(one);
    expect(troubles.isDue(one)).toBe(true);
    nowMs = 600_000;
    expect(troubles.note(one, bug)).toBe("again");
  });

  it("keeps no other run waiting", () => {
    troubles.note(one, bug);
    expect([troubles.isDue(one), troubles.isDue(two)]).toEqual([false, true]);
  });

  it("is tried again at once, and never given up, while the database is away", () => {
    expect(troubles.note(one, away)).toBe("again");
    expect(troubles.isDue(one)).toBe(true);
    nowMs = 6_000_000;
    expect(troubles.note(one, away)).toBe("again");
  });
});

describe("what is told", () => {
  it("is each reason once for each run", () => {
    for (const error of [bug, away, bug, away]) troubles.tell(one, error);
    troubles.tell(two, bug);
    expect(told).toEqual([String(bug), String(away), String(bug)]);
  });

  it("is news again once all was well, or for another run", () => {
    troubles.tell("all", away);
    troubles.tell(one, bug);
    troubles.keep([two]);
    troubles.tell("all", away);
    troubles.tell(one, bug);
    expect(told).toEqual([String(away), String(bug), String(away), String(bug)]);
  });

  it("stays told while its run goes on", () => {
    troubles.tell(one, bug);
    troubles.note(one, bug);
    troubles.keep([one]);
    troubles.tell(one, bug);
    expect(told).toHaveLength(1);
    expect(troubles.isDue(one)).toBe(false);
  });
});
