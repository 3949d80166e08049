import { describe, expect, it } from "vitest";

import { caseOf, done, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { answersPackageList } from "./answers-package-list.check.ts";

function listed(status: number, body?: Parameters<typeof toPartner>[0]) {
  const call = toPartner({ purpose: "package-sync", status, ...body });
  return caseOf("packages.listed", {
    packages: done("packages.sync", { status, packages: [] }, { exchanges: [call] }),
  });
}

const reasoning = { packageId: "p-100", name: "Numerical reasoning", active: true };

describe("packages.answers-package-list", () => {
  it("passes a list by the contract, with members that nobody asked for", () => {
    const evidence = listed(200, {
      body: { packages: [{ ...reasoning, colour: "blue" }], next: null },
    });
    expect(verdictOf(answersPackageList, evidence)).toStrictEqual({ kind: "pass" });
  });

  it("fails another status and says that the customer is unknown", () => {
    expect(verdictOf(answersPackageList, listed(404, { body: {} }))).toMatchObject({
      kind: "fail",
      arrived: "status 404 with {}",
      where: "answer.status",
    });
  });

  it("fails a member of the wrong type at its place", () => {
    const evidence = listed(200, { body: { packages: [{ ...reasoning, active: "yes" }] } });
    expect(verdictOf(answersPackageList, evidence)).toMatchObject({
      kind: "fail",
      where: "answer.body.packages.0.active",
    });
  });

  it("fails a body that is no JSON", () => {
    expect(verdictOf(answersPackageList, listed(200, { body: "<html>" }))).toMatchObject({
      kind: "fail",
      where: "answer.body",
    });
  });

  it("fails a packageId that stands there twice", () => {
    const evidence = listed(200, { body: { packages: [reasoning, reasoning] } });
    expect(verdictOf(answersPackageList, evidence)).toMatchObject({
      kind: "fail",
      arrived: 'packageId "p-100" more than once',
      where: "answer.body.packages",
    });
  });
});
