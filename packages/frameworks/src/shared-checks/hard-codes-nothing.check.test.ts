import { describe, expect, it } from "vitest";

import { conclusionsOf, contextOf, done, runOf } from "../evidence/evidence.world.ts";
import {
  personId,
  resultRow,
  resultWrite,
  tenants,
  toAts,
  use,
} from "../evidence/exchange.world.ts";
import { hardCodesNothing } from "./hard-codes-nothing.check.ts";

const inA = [toAts(), resultWrite()];
const inB = [toAts({ region: "b", path: "/customers/6102/people/923" })];

describe("tenants.hard-codes-nothing", () => {
  it("passes calls that keep the tenants apart", () => {
    expect(conclusionsOf(hardCodesNothing, runOf({ a: inA, b: inB }))).toStrictEqual([
      { kind: "pass" },
    ]);
  });

  it("fails the base address of the other tenant", () => {
    const stray = toAts({
      region: "b",
      path: "/customers/6102/people/923",
      host: new URL(tenants.a.publicBase).host,
      status: 404,
    });
    expect(
      conclusionsOf(hardCodesNothing, runOf({ a: inA, b: [] }, { a: [], b: [stray] })),
    ).toMatchObject([
      {
        region: "b",
        kind: "fail",
        expected: "calls for customer 6102 at http://127.0.0.1:8702",
        arrived:
          "GET /customers/6102/people/923 at http://127.0.0.1:8701, the address of customer 6101",
        where: "request.headers.Host",
      },
    ]);
  });

  it("fails the credentials of one tenant on calls for the other's order", () => {
    const stray = toAts({
      region: "b",
      path: `/customers/6101/people/${personId}`,
      host: new URL(tenants.a.publicBase).host,
      status: 404,
    });
    expect(
      conclusionsOf(hardCodesNothing, runOf({ a: inA, b: inB }, { a: [], b: [stray] })),
    ).toMatchObject([
      {
        region: "b",
        kind: "fail",
        expected: "the credentials of customer 6101 on every call for it",
        arrived: `GET /customers/6101/people/${personId} with the credentials of customer 6102`,
        where: "request.headers.Authorization",
      },
    ]);
  });

  it("fails the customer id of the other tenant", () => {
    const stray = toAts({ region: "b", path: "/customers/6101/people/923", status: 404 });
    expect(
      conclusionsOf(hardCodesNothing, runOf({ a: inA, b: inB }, { a: [], b: [stray] })),
    ).toMatchObject([
      {
        region: "b",
        kind: "fail",
        expected: "customer 6102 in the path of a call with its credentials",
        arrived: "GET /customers/6101/people/923",
        where: "request.path",
      },
    ]);
  });

  it("fails an order of one tenant that is worked on in the other, with everything of the other", () => {
    const stray = toAts({ region: "a", path: "/customers/6101/people/923", status: 404 });
    expect(
      conclusionsOf(hardCodesNothing, runOf({ a: inA, b: [] }, { a: [stray], b: [] })),
    ).toMatchObject([
      {
        region: "a",
        kind: "fail",
        arrived: "GET /customers/6101/people/923 with the credentials of customer 6101",
        where: "request.path",
      },
    ]);
  });

  it("passes a late call for an earlier run whose number the other tenant has given out meanwhile", () => {
    const late = toAts({ region: "a", path: "/customers/6101/people/923", status: 204 });
    expect(conclusionsOf(hardCodesNothing, runOf({ a: inA, b: inB }, { a: [late] }))).toStrictEqual(
      [{ kind: "pass" }],
    );
  });

  it("only warns of a stray call for a number that is another tenant's in this run", () => {
    const stray = toAts({ region: "b", path: `/customers/6101/people/${personId}`, status: 404 });
    expect(
      conclusionsOf(hardCodesNothing, runOf({ a: inA, b: inB }, { b: [stray] })),
    ).toMatchObject([{ region: "b", kind: "warn", where: "request.path" }]);
  });

  it("only warns of a stray call that names no profile of the run", () => {
    const stray = toAts({ region: "b", path: "/customers/6101/people/1", status: 404 });
    expect(
      conclusionsOf(hardCodesNothing, runOf({ a: inA, b: inB }, { a: [], b: [stray] })),
    ).toMatchObject([{ region: "b", kind: "warn", where: "request.path" }]);
  });

  it("fails a package of the other tenant in a result", () => {
    const sent = { ...resultRow, assessmentname: { value: "Reasoning a" } };
    const b = [...inB, resultWrite({ region: "b", sent })];
    expect(conclusionsOf(hardCodesNothing, runOf({ a: inA, b }))).toMatchObject([
      {
        region: "b",
        kind: "fail",
        arrived: 'a package of customer 6101: "Reasoning a"',
        where: "request.body.assessmentname.value",
      },
    ]);
  });

  it.each([
    ["the address", "http://127.0.0.1:8701/reports/1"],
    ["a link", "https://partner.example.test/customers/6101/orders"],
    ["an order", "order-a"],
    ["a packageId", "p-a"],
  ])("fails %s of the other tenant", (what, text) => {
    const b = [...inB, resultWrite({ region: "b", sent: { assessmenturl: text } })];
    expect(conclusionsOf(hardCodesNothing, runOf({ a: inA, b }))).toMatchObject([
      {
        kind: "fail",
        arrived: `${what} of customer 6101: "${text}"`,
        where: "request.body.assessmenturl",
      },
    ]);
  });

  it("passes the address where both tenants have the same", () => {
    const same = { ...tenants, b: { ...tenants.b, publicBase: tenants.a.publicBase } };
    const report = { assessmenturl: `${tenants.a.publicBase}/reports/1` };
    const host = new URL(tenants.a.publicBase).host;
    const run = runOf({
      a: [...inA, resultWrite({ sent: report })],
      b: [toAts({ region: "b", path: "/customers/6102/people/923", host })],
    });
    const context = { ...contextOf(), tenants: same };
    expect(conclusionsOf(hardCodesNothing, run, context)).toStrictEqual([{ kind: "pass" }]);
  });

  it("passes a package's name that both tenants list", () => {
    const listed = [{ packageId: "p-shared", name: "Reasoning a", active: true }];
    const run = runOf({
      a: inA,
      b: [...inB, resultWrite({ region: "b", sent: { assessmentname: { value: "Reasoning a" } } })],
    });
    const packages = done("packages.sync", { status: 200, packages: listed });
    const cases = run.cases.map((one) =>
      one.region === "b" ? { ...one, steps: { ...one.steps, packages } } : one,
    );
    expect(conclusionsOf(hardCodesNothing, { ...run, cases })).toStrictEqual([{ kind: "pass" }]);
  });

  it("fails one user for both tenants", () => {
    const b = inB.map((call) => ({ ...call, actor: inA[0]?.actor ?? call.actor }));
    expect(conclusionsOf(hardCodesNothing, runOf({ a: inA, b }))).toMatchObject([
      {
        kind: "fail",
        arrived: '"partner-a" in the calls of both',
        where: "request.headers.Authorization",
      },
    ]);
  });

  it("fails one status id for both tenants when one of them has no such status", () => {
    const run = movedTo("C2028", 400);
    expect(conclusionsOf(hardCodesNothing, run)).toMatchObject([
      { kind: "fail", arrived: '"C2028" in the calls of both', where: "request.body.status" },
    ]);
  });

  it("passes a status that both tenants have", () => {
    expect(conclusionsOf(hardCodesNothing, movedTo("D10100", 204))).toStrictEqual([
      { kind: "pass" },
    ]);
  });

  it("only warns of packages with the same ids: one catalogue for all may be meant so", () => {
    const run = runOf({ a: inA, b: inB });
    const cases = run.cases.map((one) => ({
      ...one,
      steps: { ...one.steps, packages: run.cases[0]?.steps["packages"] ?? never() },
    }));
    expect(conclusionsOf(hardCodesNothing, { ...run, cases })).toMatchObject([
      { kind: "warn", arrived: "p-a in the package lists of both", where: "answer.body.packages" },
    ]);
  });

  it("does not pass a run in which one tenant was never called", () => {
    expect(conclusionsOf(hardCodesNothing, runOf({ a: inA, b: [] }))).toMatchObject([
      { kind: "not-exercised" },
    ]);
  });
});

function movedTo(id: string, statusInB: number) {
  const moved = {
    method: "PATCH",
    sent: { status: { id } },
    access: [use("applicantworkflows", "status", "written")],
  };
  const b = toAts({ ...moved, region: "b", status: statusInB });
  return runOf({ a: [toAts({ ...moved, status: 204 })], b: [b] });
}

function never(): never {
  throw new Error("Expected the run to have its step");
}
