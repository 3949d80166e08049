import { Type } from "typebox";

import { verdictLabels } from "@slipway/conformance";

import { at, count, named, oneOf, orNull, region, text, texts } from "./shapes.ts";

const part = {
  selection: Type.Union([
    Type.Object({ kind: Type.Literal("only"), ids: texts }),
    Type.Object({ kind: Type.Literal("failed-of"), runId: text }),
  ]),
  scenarios: texts,
  checks: texts,
  wholeRunChecks: texts,
};

const run = {
  id: text,
  sandboxId: text,
  framework: text,
  packVersion: text,
  part: orNull(named("RunPart")),
  state: oneOf("driving", "judging", "finished", "cancelled"),
  startedAt: at,
  endedAt: orNull(at),
  endedBecause: orNull(text),
};

const tenant = Type.Object({ customerId: text, publicBase: text });
const direction = oneOf("to-ats", "to-partner");

const verdictKinds = Object.keys(verdictLabels);

/** Runs, gradings, reports and manifests. */
export const runAnswers = {
  RunPart: Type.Object(part),
  Run: Type.Object(run),
  RunList: Type.Object({ runs: Type.Array(named("Run")) }),
  WaitingStep: Type.Object({
    region,
    scenario: text,
    step: text,
    for: oneOf("platform", "partner"),
    toDo: text,
    until: at,
  }),
  RunProgress: Type.Object({
    ...run,
    steps: Type.Object({ done: count, waiting: count, total: count }),
    waitingFor: Type.Array(named("WaitingStep")),
  }),
  Grading: Type.Object({ id: text, packId: text, packVersion: text, gradedAt: at }),
  GradingList: Type.Object({ gradings: Type.Array(named("Grading")) }),
  ReportedPart: Type.Object({ ...part, leftOut: texts, partly: texts }),
  VerdictKind: oneOf(...verdictKinds),
  Verdict: Type.Union([
    Type.Object({ kind: oneOf("pass", "cancelled") }),
    Type.Object({
      kind: oneOf("fail", "warn"),
      expected: text,
      arrived: text,
      where: Type.Optional(text),
      toDo: text,
    }),
    Type.Object({ kind: oneOf("not-applicable", "not-exercised"), why: text }),
    Type.Object({ kind: Type.Literal("needs-review"), question: text }),
    Type.Object({ kind: Type.Literal("waiting"), for: text, toDo: text, until: at }),
    Type.Object({ kind: Type.Literal("checker-error"), reason: text }),
  ]),
  ReportedResult: Type.Object({
    check: text,
    checkVersion: count,
    title: text,
    faultOwner: oneOf("partner", "configuration", "sandbox", "checker"),
    fault: orNull(Type.Object({ rule: text, facts: texts })),
    region: orNull(region),
    scenario: orNull(text),
    verdict: named("Verdict"),
    exchanges: texts,
  }),
  ReportedRequirement: Type.Object({
    id: text,
    title: text,
    duties: texts,
    severity: oneOf("must", "advisory"),
    verdict: named("VerdictKind"),
    results: Type.Array(named("ReportedResult")),
  }),
  ReportedExchange: Type.Object({
    id: text,
    region,
    direction,
    at,
    method: text,
    path: text,
    answer: Type.Union([Type.Integer(), text]),
    durationMs: Type.Number(),
  }),
  RunReport: Type.Object({
    format: Type.Literal("slipway-run-report/1"),
    runId: text,
    sandboxId: text,
    framework: text,
    pack: Type.Object({ id: text, version: text, hash: text }),
    part: orNull(named("ReportedPart")),
    conclusion: oneOf("passed", "failed", "not-judged", "waiting", "incomplete", "partial"),
    state: run.state,
    startedAt: at,
    gradedAt: at,
    durationMs: Type.Number(),
    tenants: Type.Object({ a: tenant, b: tenant }),
    preflight: named("PreflightReport"),
    requirements: Type.Array(named("ReportedRequirement")),
    exchanges: Type.Array(named("ReportedExchange")),
    drivenAnew: Type.Array(Type.Object({ region, scenario: text, step: text, reason: text })),
    counts: Type.Object(
      Object.fromEntries(verdictKinds.map((kind) => [kind, Type.Optional(count)])),
    ),
  }),
  ObservedField: Type.Object({
    profileType: text,
    field: text,
    declared: orNull(oneOf("read", "read-write")),
    requested: count,
    deliveredByDefault: count,
    written: count,
    writeRefused: count,
    finding: text,
    exchanges: texts,
  }),
  Manifest: Type.Object({ fields: Type.Array(named("ObservedField")) }),
};
