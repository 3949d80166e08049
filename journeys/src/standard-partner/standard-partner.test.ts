import {
  faults,
  goodVariants,
  type FaultName,
  type GoodName,
} from "@slipway/example-standard-partner";
import type { RunReport } from "@slipway/platform-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { findingsOf, objectionsTo } from "../known-bad-partners/judge-partner.ts";
import { knownBadStandardPartners } from "./known-bad-standard-partners.ts";
import { openStandardMatrix, type StandardMatrixWorld } from "./standard-matrix.world.ts";

// Every fault has a row: the table's type says so.
const badNames = Object.keys(faults) as FaultName[];
const goodNames = Object.keys(goodVariants) as GoodName[];

let world: StandardMatrixWorld;
const reports = new Map<FaultName | GoodName, RunReport>();

beforeAll(async () => {
  world = await openStandardMatrix({ atOnce: 4, partnerTimeoutMs: 6_000 });
  const all = { ...faults, ...goodVariants };
  // Those first whose runs wait for what never comes.
  const slowest: readonly FaultName[] = ["writes-no-result", "keeps-candidate", "sends-nobody-on"];
  const others = badNames.filter((name) => !slowest.includes(name));
  await Promise.all(
    [...slowest, ...goodNames, ...others].map(async (name) => {
      reports.set(name, await world.validate(all[name].behaviour));
    }),
  );
}, 25 * 60_000);

afterAll(async () => world?.close());

function reportOn(name: FaultName | GoodName): RunReport {
  const report = reports.get(name);
  if (report === undefined) throw new Error(`Expected a run of ${name}, found none`);
  return report;
}

describe("a good partner of the Standard framework", () => {
  it.each(goodNames)("that goes %s passes the whole pack", (name) => {
    const report = reportOn(name);
    expect(findingsOf(report)).toEqual([]);
    expect(report.conclusion).toBe("passed");
  });
});

describe("a known-bad partner of the Standard framework", () => {
  it.each(badNames)("that %s is caught by the check that names it, and by no other", (name) => {
    expect(objectionsTo(findingsOf(reportOn(name)), knownBadStandardPartners[name])).toEqual([]);
  });
});
