import { describe, expect, it } from "vitest";

import type { Exchange, NoAnswerReason } from "@slipway/exchange";

import type { FaultOwner, StepEvidence } from "../../check.ts";
import { exchangeOf } from "../../testing/exchange.world.ts";
import { decideFault } from "./decide-fault.ts";
import {
  faultRuleIds,
  type FaultEvidence,
  type FaultRuleId,
  type FaultyResult,
} from "./fault-decision.ts";

const failed: FaultyResult = {
  checkVersion: 1,
  verdict: { kind: "fail", expected: "400", arrived: "200", toDo: "refuse it" },
};
const warned: FaultyResult = {
  checkVersion: 1,
  verdict: { kind: "warn", expected: "400", arrived: "200", toDo: "refuse it" },
};
const notJudged = (reason: string, checkVersion = 1): FaultyResult => ({
  checkVersion,
  verdict: { kind: "checker-error", reason },
});

const evidence = (differences: Partial<FaultEvidence> = {}): FaultEvidence => ({
  declared: "partner",
  provokesSandboxFaults: false,
  steps: {},
  named: [],
  ofPlace: [],
  ofTenants: [],
  preflight: {},
  ...differences,
});

/** Evidence in which these exchanges are named, and all there is. */
const around = (...exchanges: readonly Exchange[]): FaultEvidence =>
  evidence({ named: exchanges, ofPlace: exchanges, ofTenants: exchanges });

const answered = (status: number): Exchange =>
  exchangeOf({ answer: { kind: "answered", status, headers: [], body: { kind: "none" } } });

const unanswered = (reason: NoAnswerReason, detail = "it says why"): Exchange =>
  exchangeOf({ answer: { kind: "no-answer", reason, detail } });

const toAts = (status: number): Exchange => ({
  ...answered(status),
  direction: "to-ats",
  request: { ...answered(status).request, method: "PATCH", path: "/customers/6101/people/7" },
});

const step = (differences: Partial<StepEvidence>): StepEvidence => ({
  kind: "order.send",
  state: "done",
  input: {},
  facts: undefined,
  exchanges: [],
  ...differences,
});

const preflight = {
  items: [
    { id: "address", region: "a", outcome: { kind: "red", found: "connection-refused: nobody" } },
    { id: "tls", region: "a", outcome: { kind: "green", found: "fine" } },
  ],
};

type Sample = readonly [
  rule: FaultRuleId,
  owner: FaultOwner,
  result: FaultyResult,
  evidence: FaultEvidence,
  fact: string,
];

const samples: readonly Sample[] = [
  ["checker.not-asked", "checker", notJudged("This version lacks it.", 0), evidence(), "lacks it"],
  [
    "sandbox.server-error",
    "sandbox",
    failed,
    evidence({ named: [answered(200)], ofPlace: [answered(200), toAts(500)] }),
    "the sandbox answered 500 to PATCH /customers/6101/people/7",
  ],
  [
    "sandbox.server-error",
    "sandbox",
    notJudged("The check met no answer"),
    around(toAts(503)),
    "503",
  ],
  [
    "checker.outcome-unknown",
    "checker",
    failed,
    around(unanswered("outcome-unknown", "the worker ended")),
    "got no answer: outcome-unknown (the worker ended)",
  ],
  [
    "checker.step-broke",
    "checker",
    notJudged("Step order of uc1 is broken"),
    evidence({ steps: { order: step({ state: "broken", reason: "no status to move to" }) } }),
    "step order is broken: no status to move to",
  ],
  ["checker.check-broke", "checker", notJudged("met no answer"), around(answered(202)), "met no"],
  [
    "configuration.endpoint-wrong",
    "configuration",
    failed,
    around(unanswered("name-not-resolved")),
    "got no answer: name-not-resolved",
  ],
  [
    "configuration.endpoint-wrong",
    "configuration",
    failed,
    around(unanswered("tls-failed", "certificate has expired"), answered(202)),
    "certificate has expired",
  ],
  [
    "configuration.nothing-listens",
    "configuration",
    failed,
    { ...around(unanswered("connection-refused", "127.0.0.1:9000 ECONNREFUSED")), preflight },
    "the preflight saw it as well in tenant a: connection-refused: nobody",
  ],
  [
    "partner.went-away",
    "partner",
    failed,
    evidence({
      named: [unanswered("connection-refused")],
      ofTenants: [unanswered("connection-refused"), answered(202)],
    }),
    "answered 1 other call of the run, so that its address is right",
  ],
  [
    "configuration.credentials-refused",
    "configuration",
    failed,
    around(answered(401), answered(403)),
    "all 2 answers of the partner in this run refuse the credentials on record",
  ],
  [
    "partner.no-usable-answer",
    "partner",
    failed,
    around(unanswered("timed-out", "after 10 s")),
    "timed-out (after 10 s)",
  ],
  [
    "check.says-so",
    "configuration",
    failed,
    { ...around(answered(200)), declared: "configuration" },
    "a matter of the configuration",
  ],
  [
    "partner.answered",
    "partner",
    failed,
    { ...around(answered(200)), steps: { order: step({}) } },
    "the partner answered 200 to POST http://127.0.0.1:9000/orders",
  ],
  ["partner.answered", "partner", warned, around(answered(202), answered(401)), "answered 202"],
];

describe("whose fault a result is", () => {
  it.each(samples)("%s gives it to the %s", (...sample) => {
    const [rule, owner, result, recorded, fact] = sample;
    const decision = decideFault(result, recorded);
    expect(decision).toMatchObject({ rule, owner });
    expect(decision.facts.join("; ")).toContain(fact);
  });

  it("has a sample for every rule", () => {
    const sampled = new Set(samples.map(([rule]) => rule));
    expect(faultRuleIds.filter((rule) => !sampled.has(rule))).toEqual([]);
  });

  it("leaves with the partner what a sandbox that was told to fail has seen", () => {
    const told = { ...around(answered(200), toAts(500)), provokesSandboxFaults: true };
    expect(decideFault(failed, told)).toMatchObject({
      owner: "partner",
      rule: "partner.answered",
    });
  });

  it("does not take a 5xx of the partner for the sandbox's", () => {
    expect(decideFault(failed, around(answered(500))).rule).toBe("partner.answered");
  });

  it("tells a few exchanges, and how many more there are", () => {
    const many = [401, 403].flatMap((status) =>
      ["/a", "/b", "/c"].map((path) => ({
        ...answered(status),
        request: { ...answered(status).request, path },
      })),
    );
    expect(decideFault(failed, around(...many)).facts).toContain("and 3 more like it");
  });
});
