import { describe, expect, it } from "vitest";

import { parseRun, parseRunState } from "./parse-run.ts";

const at = new Date("2026-03-01T09:00:00Z");
const row = {
  id: "01900000-0000-7000-8000-000000000001",
  sandbox_id: "01900000-0000-7000-8000-000000000002",
  framework: "toy",
  pack_id: "toy",
  pack_version: "1",
  state: "driving",
  settings: {
    pack: { answerBudgetMs: 1, resultBudgetMs: 2, completionWindowMs: 3 },
    tenants: {
      a: {
        customerId: "6101",
        publicBase: "http://127.0.0.1:1",
        labels: { "job.title": "Position" },
      },
      b: { customerId: "6102", publicBase: "http://127.0.0.1:2", labels: {} },
    },
    preflight: {},
  },
  declaration: {
    completesTestOrders: true,
    supportsCancel: false,
    manifest: [{ profileType: "person", field: "email", access: "read", required: true }],
    wordings: { "person.email": ["e-mail"] },
  },
  started_at: at,
  finished_at: null,
  ended_because: null,
  selection: null,
  cases: null,
  parent_run_id: null,
} as const;

describe("reading a run from its row", () => {
  it("takes settings of before there was a window for test orders", () => {
    expect(parseRun(row).settings.testCompletionWindowMs).toBe(3);
  });

  it("takes a run of before selections and cases were kept as a whole one", () => {
    expect(parseRun(row)).not.toHaveProperty("part");
    expect(parseRun(row)).not.toHaveProperty("cases");
  });

  it("names the column and place that are not as they were written", () => {
    const spoilt = { ...row, declaration: { ...row.declaration, manifest: [{ profileType: 7 }] } };
    expect(() => parseRun(spoilt)).toThrow(
      `Expected text at declaration of run ${row.id}.manifest[0].profileType, found a number`,
    );
  });

  it.each([
    ["driving", null, { kind: "driving" }],
    ["judging", null, { kind: "judging", as: "finished" }],
    ["judging", "cancelled", { kind: "judging", as: "cancelled" }],
    ["finished", "completed", { kind: "finished", at, because: "completed" }],
    ["finished", "given-up", { kind: "finished", at, because: "given-up" }],
    ["cancelled", null, { kind: "cancelled", at }],
  ] as const)("reads state %s (%s) as %j", (state, ended_because, expected) => {
    expect(parseRunState({ state, ended_because, started_at: at, finished_at: at })).toEqual(
      expected,
    );
  });
});
