import { readJson, type Json } from "@slipway/foundation";
import { expect, it } from "vitest";

import type { Verdict } from "../verdict.ts";
import { parseVerdict } from "./parse-verdict.ts";

const finding = { expected: "400", arrived: "202", toDo: "refuse it" };

it.each<Verdict>([
  { kind: "pass" },
  { kind: "fail", ...finding, where: "answer.status" },
  { kind: "fail", ...finding },
  { kind: "warn", ...finding },
  { kind: "not-applicable", why: "not asked" },
  { kind: "not-exercised", why: "nothing there" },
  { kind: "needs-review", question: "is it polite?" },
  { kind: "waiting", for: "partner", toDo: "complete it", until: "2026-03-01T10:00:00Z" },
  { kind: "checker-error", reason: "ours" },
  { kind: "cancelled" },
])("reads %j as it was written", (verdict) => {
  const stored = JSON.parse(JSON.stringify({ ...verdict, faultOwner: "partner" })) as Json;
  expect(parseVerdict(readJson(stored, "verdict"))).toEqual({ verdict, faultOwner: "partner" });
});

it.each<[Json, string]>([
  [{ kind: "passed", faultOwner: "partner" }, "at verdict.kind, found another text"],
  [{ kind: "pass", faultOwner: "nobody" }, "at verdict.faultOwner, found another text"],
  [{ kind: "fail", faultOwner: "partner", expected: "400" }, "at verdict.arrived, found nothing"],
])("refuses %j", (stored, message) => {
  expect(() => parseVerdict(readJson(stored, "verdict"))).toThrow(message);
});
