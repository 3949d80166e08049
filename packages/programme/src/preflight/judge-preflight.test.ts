import { describe, expect, it } from "vitest";

import { judgePreflight } from "./judge-preflight.ts";
import type { AtsCalls, PreflightEvidence } from "./preflight-evidence.ts";
import type { PreflightItemId, PreflightOutcome } from "./preflight-report.ts";
import type { AnsweredProbe, Probe } from "./probe.ts";

const answeredAt = new Date("2026-03-02T10:00:00Z");
const list = (...packages: readonly (readonly [id: string, active: boolean])[]): string =>
  JSON.stringify({
    packages: packages.map(([packageId, active]) => ({ packageId, name: packageId, active })),
  });

const answered = (change: Partial<AnsweredProbe> = {}): AnsweredProbe => ({
  kind: "answered",
  status: 200,
  body: list(["pk-1", true], ["pk-2", false]),
  date: answeredAt.toUTCString(),
  answeredAt,
  ...change,
});
const noAnswer = (reason: Extract<Probe, { kind: "no-answer" }>["reason"]): Probe => ({
  kind: "no-answer",
  reason,
  detail: "in words",
});

const good: PreflightEvidence = {
  region: "a",
  customerId: "6101",
  endpoint: "https://partner.example.test/prime",
  method: "basic",
  offers: "package-list",
  enablement: {
    customerId: "6101",
    authenticationMethod: "basic",
    ipAddresses: [],
    packageIds: ["pk-1"],
    optionalFeatures: ["cancel"],
  },
  declaration: { supportsCancel: true },
  withCredentials: answered(),
  withWrongCredentials: answered({ status: 401, body: "" }),
  atsCalls: "accepted",
};

type Outcomes = Readonly<Record<PreflightItemId, PreflightOutcome>>;

function judged(change: Partial<PreflightEvidence>): Outcomes {
  const items = judgePreflight({ ...good, ...change });
  return Object.fromEntries(items.map(({ id, outcome }) => [id, outcome])) as Outcomes;
}

function kindsIn(outcomes: Outcomes): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(outcomes).map(([id, { kind }]) => [id, kind]));
}

const allGreen = kindsIn(judged({}));
const unreached = {
  ...allGreen,
  address: "red",
  tls: "not-exercised",
  "clock-skew": "not-exercised",
  "authentication-accepted": "not-exercised",
  "authentication-refused": "not-exercised",
  "package-list": "not-exercised",
  "enablement-sheet": "not-exercised",
};
const silent = { withCredentials: answered({ date: undefined }) };
const at = (minutes: number): string =>
  new Date(answeredAt.getTime() + minutes * 60_000).toUTCString();

describe("judging a preflight", () => {
  it("finds a good partner green, item by item in one order", () => {
    expect(Object.entries(allGreen)).toEqual([
      ["address", "green"],
      ["tls", "green"],
      ["clock-skew", "green"],
      ["authentication-accepted", "green"],
      ["authentication-refused", "green"],
      ["ats-credential", "green"],
      ["package-list", "green"],
      ["enablement-sheet", "green"],
    ]);
  });

  it.each([
    "timed-out",
    "connection-refused",
    "connection-reset",
    "name-not-resolved",
    "address-forbidden",
    "malformed-answer",
  ] as const)("turns the address alone red for %s, and looks at nothing behind it", (reason) => {
    const outcomes = judged({ withCredentials: noAnswer(reason) });
    expect(kindsIn(outcomes)).toEqual(unreached);
    expect(outcomes.address).toMatchObject({ found: `${reason}: in words` });
    expect(outcomes.address).toMatchObject({ toDo: expect.stringMatching(/^[A-Z].{20,}\.$/u) });
  });

  it.each<readonly [string, Partial<PreflightEvidence>, Readonly<Record<string, string>>]>([
    [
      "a certificate that is not valid",
      { withCredentials: noAnswer("tls-failed") },
      { ...unreached, address: "green", tls: "red" },
    ],
    [
      "plain http on another machine",
      { endpoint: "http://partner.example.test" },
      { ...allGreen, tls: "red" },
    ],
    [
      "plain http on this machine",
      { endpoint: "http://127.0.0.1:9100" },
      { ...allGreen, tls: "not-applicable" },
    ],
    [
      "plain http on this machine's IPv6 address",
      { endpoint: "http://[::1]:9100" },
      { ...allGreen, tls: "not-applicable" },
    ],
    [
      "https on this machine",
      { endpoint: "https://localhost:9100", withCredentials: noAnswer("tls-failed") },
      { ...unreached, address: "green", tls: "red" },
    ],
    [
      "credentials that are not on record",
      { withCredentials: { kind: "not-sent", reason: "No credentials.", fault: "platform" } },
      { ...unreached, address: "not-exercised", "authentication-accepted": "red" },
    ],
    [
      "a method on the sheet with which the endpoint is not called",
      { method: "oauth" },
      { ...allGreen, "enablement-sheet": "red" },
    ],
    [
      "credentials that are refused",
      { withCredentials: answered({ status: 403, body: "" }) },
      {
        ...allGreen,
        "authentication-accepted": "red",
        "package-list": "not-exercised",
        "enablement-sheet": "not-exercised",
      },
    ],
    [
      "wrong credentials that are accepted",
      { withWrongCredentials: answered() },
      { ...allGreen, "authentication-refused": "amber" },
    ],
    [
      "a hang-up upon wrong credentials",
      { withWrongCredentials: noAnswer("connection-reset") },
      { ...allGreen, "authentication-refused": "amber" },
    ],
    ["no Date header", silent, { ...allGreen, "clock-skew": "amber" }],
    [
      "a Date header that is none",
      { withCredentials: answered({ date: "yesterday" }) },
      { ...allGreen, "clock-skew": "amber" },
    ],
    ["a clock five minutes behind", { withCredentials: answered({ date: at(-5) }) }, allGreen],
    [
      "a clock six minutes ahead",
      { withCredentials: answered({ date: at(6) }) },
      { ...allGreen, "clock-skew": "red" },
    ],
    [
      "a failure in place of the package list",
      { withCredentials: answered({ status: 500 }) },
      {
        ...allGreen,
        "authentication-accepted": "not-exercised",
        "package-list": "red",
        "enablement-sheet": "not-exercised",
      },
    ],
    [
      "a package list without content",
      { withCredentials: answered({ status: 204, body: "" }) },
      { ...allGreen, "package-list": "red", "enablement-sheet": "not-exercised" },
    ],
    [
      "a package list in which nothing is active",
      { withCredentials: answered({ body: list(["pk-1", false]) }) },
      { ...allGreen, "package-list": "red", "enablement-sheet": "not-exercised" },
    ],
    [
      "a package's name that cannot be kept",
      { withCredentials: answered({ body: list(["pk\0", true]) }) },
      { ...allGreen, "package-list": "red", "enablement-sheet": "not-exercised" },
    ],
    [
      "another tenant's customer id",
      { enablement: { ...good.enablement, customerId: "6102" } },
      { ...allGreen, "enablement-sheet": "red" },
    ],
    [
      "a package id that is not offered",
      { enablement: { ...good.enablement, packageIds: ["pk-1", "pk-9"] } },
      { ...allGreen, "enablement-sheet": "red" },
    ],
  ])("judges %s", (_what, change, expected) => {
    expect(kindsIn(judged(change))).toEqual(expected);
  });

  it.each([
    ["platform", /Enter the credentials of this tenant again/u],
    ["configuration", /Correct the token address, client id/u],
    ["partner", /Mend the token endpoint/u],
  ] as const)("says what to do when nothing was sent for a fault of the %s", (fault, toDo) => {
    const reason = "TOKEN-REFUSED: status 401";
    const outcomes = judged({ withCredentials: { kind: "not-sent", reason, fault } });
    expect(outcomes["authentication-accepted"]).toMatchObject({
      found: reason,
      toDo: expect.stringMatching(toDo),
    });
  });

  it.each([
    ["basic", /credentials that the endpoint expects/u],
    ["hmac", /the user and the shared key/u],
    ["oauth", /audience and scope/u],
  ] as const)("says what to do when a call with %s is refused", (method, toDo) => {
    const outcomes = judged({ method, withCredentials: answered({ status: 401 }) });
    expect(outcomes["authentication-accepted"]).toMatchObject({
      toDo: expect.stringMatching(toDo),
    });
  });

  it.each<readonly [AtsCalls, string]>([
    ["accepted", "green"],
    ["refused", "red"],
    ["elsewhere", "red"],
    ["none", "amber"],
  ])("judges calls of the ATS that are %s", (atsCalls, kind) => {
    expect(kindsIn(judged({ atsCalls }))).toEqual({ ...allGreen, "ats-credential": kind });
  });

  it.each([
    [["cancel"], false, "cancel on the enablement sheet", /else take "cancel" off the sheet/u],
    [[], true, "no optional feature on the enablement sheet", /Add "cancel" to optionalFeatures/u],
    [["resume"], true, "resume on the enablement sheet", /Add "cancel"/u],
  ] as const)("warns of a sheet with the features %j where supportsCancel is %j", (...row) => {
    const [optionalFeatures, supportsCancel, found, toDo] = row;
    const outcomes = judged({
      enablement: { ...good.enablement, optionalFeatures },
      declaration: { supportsCancel },
    });
    expect(kindsIn(outcomes)).toEqual({ ...allGreen, "enablement-sheet": "amber" });
    expect(outcomes["enablement-sheet"]).toMatchObject({
      expected: expect.stringContaining(`supportsCancel: ${supportsCancel}`),
      found,
      toDo: expect.stringMatching(toDo),
    });
  });

  it("finds a sheet without features green where nothing is declared", () => {
    const enablement = { ...good.enablement, optionalFeatures: [] };
    const outcomes = judged({ enablement, declaration: { supportsCancel: false } });
    expect(kindsIn(outcomes)).toEqual(allGreen);
  });

  it("says how far the clock is off, and to which side", () => {
    const found = (date: string): unknown => {
      const outcome = judged({ withCredentials: answered({ date }) })["clock-skew"];
      return "found" in outcome ? outcome.found : undefined;
    };
    expect(found(at(0))).toBe("the same time");
    expect(found(at(1))).toBe("the partner's clock 60 s ahead");
    expect(found(at(-60))).toBe("the partner's clock 60 minutes behind");
  });

  it("does not print a long list of findings to its end", () => {
    const body = JSON.stringify({ packages: Array.from({ length: 400 }, () => 1) });
    const { "package-list": outcome } = judged({ withCredentials: answered({ body }) });
    expect(outcome).toMatchObject({
      found: expect.stringMatching(/; packages\.4 must be object; and more$/u),
    });
  });
});
