import { describe, expect, it } from "vitest";

import type { RunId, SandboxId } from "@slipway/exchange";

import type { CheckResult } from "../judge/check-result.ts";
import { packHash } from "../requirement-pack.ts";
import { toyFramework } from "../testing/toy-framework.world.ts";
import { exchangeOf } from "../testing/exchange.world.ts";
import type { Verdict } from "../verdict.ts";
import { renderHtml } from "./render-html.ts";
import { renderJunit } from "./render-junit.ts";
import { buildReport, type RunReport } from "./run-report.ts";

const nasty = `<script>alert("x")</script> & ' \u0000 \uD800`;

function reportWith(verdict: Verdict): RunReport {
  const [pack] = toyFramework.packs;
  if (pack === undefined) throw new Error("Expected the toy framework to have a pack");
  const result: CheckResult = {
    checkId: "toy.answers",
    checkVersion: 1,
    faultOwner: "partner",
    region: "a",
    scenario: "toy.conversation",
    verdict,
    exchanges: [exchangeOf().id],
  };
  return buildReport({
    run: {
      id: "01900000-0000-7000-8000-000000000001" as RunId,
      sandboxId: "s" as SandboxId,
      framework: "toy",
      packId: "toy",
      packVersion: "1",
      settings: pack.settings,
      declaration: { completesTestOrders: true, supportsCancel: false, manifest: [], wordings: {} },
      tenants: {
        a: { customerId: "6101", publicBase: "http://127.0.0.1:1", labels: {} },
        b: { customerId: "6102", publicBase: "http://127.0.0.1:2", labels: {} },
      },
      preflight: {},
      startedAt: new Date("2026-03-01T09:00:00Z"),
      state: { kind: "finished", at: new Date("2026-03-01T09:00:02.5Z"), because: "completed" },
    },
    framework: toyFramework,
    pack,
    packHash: packHash(pack),
    grading: { id: "g", packVersion: "1", gradedAt: new Date("2026-03-01T09:00:03Z") },
    results: [result],
    exchanges: { a: [exchangeOf()], b: [] },
    drivenAnew: [],
  });
}

const failure: Verdict = {
  kind: "fail",
  expected: nasty,
  arrived: "202",
  where: "answer.status",
  toDo: "refuse it",
};

describe("the report as a page", () => {
  it("shows what was expected, what arrived, where and what to do, as text", () => {
    const page = renderHtml(reportWith(failure));
    expect(page).toContain(
      "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39; \uFFFD \uFFFD",
    );
    expect(page).not.toContain("<script");
    for (const part of ["answer.status", "refuse it", "At least one required point failed."]) {
      expect(page).toContain(part);
    }
  });

  it("links each verdict to its exchanges", () => {
    const page = renderHtml(reportWith({ kind: "pass" }));
    expect(page).toContain(`href="#x-${exchangeOf().id}"`);
    expect(page).toContain(`id="x-${exchangeOf().id}"`);
  });

  it("takes nothing from anywhere else", () => {
    expect(renderHtml(reportWith(failure))).not.toMatch(/(?:src|href)="(?!#)/u);
  });
});

describe("the report for build servers", () => {
  it.each<[Verdict, string]>([
    [failure, "<failure "],
    [{ kind: "checker-error", reason: "ours" }, "<error "],
    [{ kind: "not-exercised", why: "nothing there" }, "<failure "],
    [{ kind: "not-applicable", why: "not asked" }, "<skipped "],
    [{ kind: "waiting", for: "partner", toDo: "complete", until: "then" }, "<error "],
  ])("tells %j as %s", (verdict, element) => {
    expect(renderJunit(reportWith(verdict))).toContain(element);
  });

  it("tells a pass as a case without children", () => {
    expect(renderJunit(reportWith({ kind: "pass" }))).toMatch(/<testcase [^>]+\/>/u);
  });

  it("is XML whatever a partner wrote", () => {
    const xml = renderJunit(reportWith(failure));
    expect(xml).not.toContain("<script");
    // oxlint-disable-next-line no-control-regex -- what XML cannot carry
    expect(xml).not.toMatch(/[\u0000-\u0008]/u);
  });
});
