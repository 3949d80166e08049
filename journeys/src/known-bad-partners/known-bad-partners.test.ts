import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  allFaults,
  germanWordings,
  goodVariants,
  type FaultName,
} from "@slipway/example-prime-partner";
import type { RunReport } from "@slipway/platform-client";

import { findingsOf, objectionsTo, type Finding } from "./judge-partner.ts";
import { knownBadPartners, slowest, unprovedChecks } from "./known-bad-partners.ts";
import { openMatrixWorld, type MatrixPartner, type MatrixWorld } from "./matrix.world.ts";

/** In place of the real 30 seconds, which have a test of their own. */
const partnerTimeoutMs = 6_000;
/** Many of them wait most of the time. */
const atOnce = 20;
/** The whole matrix takes about half of it on two idle cores. */
const matrixLimitMs = 25 * 60_000;
// Every fault has a row: the table's type says so.
const badNames = Object.keys(knownBadPartners) as FaultName[];
const goodNames = Object.keys(goodVariants) as (keyof typeof goodVariants)[];

const declarationOf = (
  name: keyof typeof goodVariants,
): NonNullable<MatrixPartner["declaration"]> => {
  if (name === "speaks-german") return { wordings: germanWordings };
  return name === "adds-test-package" ? { addsTestPackage: true } : {};
};

let world: MatrixWorld;
const bad = new Map<FaultName, RunReport>();
const good = new Map<string, RunReport>();

beforeAll(async () => {
  process.env["PRIME_PARTNER_SLOW_MS"] = String(partnerTimeoutMs + 500);
  process.env["PRIME_PARTNER_OVER_BUDGET_MS"] = "2400";
  world = await openMatrixWorld({ atOnce, partnerTimeoutMs });
  const ordered = [...slowest, ...badNames.filter((name) => !slowest.includes(name))];
  await Promise.all([
    ...ordered.map(async (name) => {
      const {
        packVersion,
        declaration = {},
        hasReplacedPasswords = false,
      } = knownBadPartners[name];
      const behaviour = allFaults[name].behaviour();
      bad.set(
        name,
        await world.validate({
          behaviour,
          declaration,
          hasReplacedPasswords,
          ...(packVersion === undefined ? {} : { packVersion }),
        }),
      );
    }),
    ...goodNames.map(async (name) => {
      const behaviour = goodVariants[name].behaviour();
      good.set(name, await world.validate({ behaviour, declaration: declarationOf(name) }));
    }),
  ]);
}, matrixLimitMs);

afterAll(async () => world?.close());

const findingsAbout = (name: FaultName): readonly Finding[] => {
  const report = bad.get(name);
  if (report === undefined) throw new Error(`Expected a run of ${name}, found none`);
  return findingsOf(report);
};

describe("a known-bad partner", () => {
  it.each(badNames)("that %s is caught by the check that names it, and by no other", (name) => {
    expect(objectionsTo(findingsAbout(name), knownBadPartners[name])).toEqual([]);
  });
});

describe("a good partner", () => {
  it.each(goodNames)("that %s is accused of nothing", (name) => {
    const report = good.get(name);
    expect(report?.conclusion).toBe("passed");
    const accusing = report && findingsOf(report).filter(({ verdict }) => verdict !== "warn");
    expect(accusing).toEqual([]);
  });
});

describe("the judge", () => {
  it("needs each of its checks: were it to pass everything, some partner would get away", () => {
    const [report] = good.values();
    const checks = new Set(
      report?.requirements.flatMap(({ results }) => results.map(({ check }) => check)),
    );
    const unneeded = [...checks].filter((check) =>
      badNames.every((name) => {
        const others = findingsAbout(name).filter((one) => one.check !== check);
        return objectionsTo(others, knownBadPartners[name]).length === 0;
      }),
    );
    expect(checks.size).toBeGreaterThan(30);
    expect(unneeded.toSorted()).toEqual(Object.keys(unprovedChecks).toSorted());
    expect(unneeded.length).toBeLessThanOrEqual(5);
  });

  it("shows what is hard-coded beside what it should be", () => {
    const result = bad
      .get("hard-codes-customer-id")
      ?.requirements.flatMap(({ results }) => results)
      .find(
        ({ check, verdict }) => check === "tenants.hard-codes-nothing" && verdict.kind === "fail",
      );
    expect(result?.verdict).toMatchObject({
      expected: expect.stringMatching(/customer \d+/u),
      arrived: expect.stringMatching(/\/customers\/\d+/u),
      where: "request.path",
    });
  });
});
