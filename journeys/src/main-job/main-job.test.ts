import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { PlatformRefusedProblem, type RunReport } from "@slipway/platform-client";

import { proves } from "../harness/proves.ts";
import {
  openValidationWorld,
  reportOf,
  type ValidationWorld,
} from "../harness/validation.world.ts";

let world: ValidationWorld;
let report: RunReport;

beforeAll(async () => {
  world = await openValidationWorld();
  report = await world.validate();
});

afterAll(async () => world?.close());

/** The verdicts of what the duty asks of this partner. */
const provenBy = (duty: string): readonly string[] =>
  report.requirements
    .filter(({ duties, severity }) => severity === "must" && duties.includes(duty))
    .map(({ verdict }) => verdict)
    .filter((verdict) => verdict !== "not-applicable");

describe("the main job over HTTP", () => {
  it("makes a pair of tenants that differ wherever customers differ", () => {
    const { a, b } = world.sandbox.tenants;
    expect(a.customerId).not.toBe(b.customerId);
    expect(a.publicBase).not.toBe(b.publicBase);
    expect(a.timeZone).not.toBe(b.timeZone);
  });

  it("passes a partner that follows the guide", () => {
    const failed = report.requirements.filter(({ verdict }) => verdict !== "pass");
    expect(failed.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["PA-PKG-2", "not-applicable"],
    ]);
    expect(report.conclusion).toBe("passed");
  });

  it.each(["REQ-15", "REQ-16", "REQ-18", "REQ-19", "REQ-20", "REQ-24"] as const)(
    "judges %s from recorded traffic",
    (duty) => {
      proves(duty, { door: "http" });
      expect(provenBy(duty).length).toBeGreaterThan(0);
      expect(provenBy(duty).every((verdict) => verdict === "pass")).toBe(true);
    },
  );

  it("names the exchanges that prove each verdict, and opens them", async () => {
    const result = report.requirements
      .flatMap(({ results }) => results)
      .find(({ scenario }) => scenario?.startsWith("uc2.repeated-order"));
    const exchange = await world.client.loadExchange(
      world.sandbox.tenants[result?.region ?? "a"].customerId,
      result?.exchanges[0] ?? "",
    );
    expect(exchange.direction).toBe("to-partner");
    expect(report.exchanges.map(({ id }) => id)).toContain(exchange.id);
  });

  it("shows each order once to the partner", () => {
    const repeats = new Map<string, number>();
    for (const { deliveryId } of world.partner.journal()) {
      repeats.set(deliveryId ?? "", (repeats.get(deliveryId ?? "") ?? 0) + 1);
    }
    expect([...repeats.values()].every((count) => count === 1)).toBe(true);
  });

  it("judges a run anew under a stricter pack without a call to the partner, and keeps the old verdicts", async () => {
    const before = world.partner.journal().length;
    const grading = await world.client.regradeRun(report.runId, "2026.3-draft");
    const stricter = await world.client.loadReport(report.runId, grading.id);
    const [first] = await world.client.listGradings(report.runId);
    expect(stricter.pack.version).toBe("2026.3-draft");
    expect((await world.client.loadReport(report.runId, first?.id)).requirements).toEqual(
      report.requirements,
    );
    expect(world.partner.journal()).toHaveLength(before);
  });

  it("prints the report as a page and for build servers", async () => {
    const page = await world.client.printReport(report.runId, "html");
    expect(page).toContain("PA-UC2-1");
    expect(page).not.toMatch(/<script|https?:\/\/(?!127\.)/u);
    expect(await world.client.printReport(report.runId, "junit")).toContain("<testsuites");
  });

  it("takes one run at a time and names the active one", async () => {
    const run = await world.client.startRun(world.sandbox.id);
    const refused: unknown = await world.client
      .startRun(world.sandbox.id)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PlatformRefusedProblem);
    expect(refused).toMatchObject({ status: 409, code: "RUN-ALREADY-ACTIVE" });
    expect(String(refused)).toContain(run.id);
    await world.client.cancelRun(run.id);
    const cancelled = await reportOf(world.client, run.id);
    expect(cancelled.state).toBe("cancelled");
    expect(cancelled.conclusion).toBe("waiting");
  });

  it("does not start a run while the preflight is red", async () => {
    const { a } = world.setup.connections;
    await world.client.savePartnerSetup(world.sandbox.id, {
      ...world.setup,
      connections: {
        ...world.setup.connections,
        a: {
          ...a,
          authentication: {
            method: "basic",
            username: "platform-a",
            password: "not the right one",
          },
        },
      },
    });
    const refused: unknown = await world.client
      .startRun(world.sandbox.id)
      .catch((error: unknown) => error);
    await world.client.savePartnerSetup(world.sandbox.id, world.setup);
    expect(refused).toMatchObject({ status: 422, code: "RUN-PREFLIGHT-RED" });
    const red = (refused as PlatformRefusedProblem).document.preflight?.items.filter(
      ({ outcome }) => outcome.kind === "red",
    );
    expect(red?.map(({ id, region }) => [id, region])).toEqual([["authentication-accepted", "a"]]);
  });
});
