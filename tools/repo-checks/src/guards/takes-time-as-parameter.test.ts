import { expect, test } from "vitest";
import type { Guard } from "../finding.ts";
import { placesIn } from "../places-in.ts";
import { takesTimeAsParameter } from "./takes-time-as-parameter.ts";

// The exceptions name files of the repository; planted trees lack them, which is a finding of its own.
const withoutIdle: Guard = async (root) => {
  const { filesSeen, findings } = await takesTimeAsParameter(root);
  return {
    filesSeen,
    findings: findings.filter(({ message }) => !message.includes("excuses nothing")),
  };
};
const advice = "Take clock, ids or fetch from the caller.";

test("names ambient time, chance and network, each at its line", async () => {
  const text = [
    'import { createHash, randomBytes } from "node:crypto";',
    'import { setTimeout as sleep } from "node:timers/promises";',
    "export const a = Date.now();",
    "export const b = new Date();",
    "export const c = Math.random();",
    "export const d = crypto.randomUUID();",
    "export const e = performance.now();",
    'export const f = await fetch("http://127.0.0.1");',
    "setTimeout(() => undefined, 1);",
    "export const g = new Date(0);",
    "export const h = [Date.now].map((now) => now());",
  ].join("\n");
  const places = await placesIn(withoutIdle, { "packages/a/src/a.ts": text });
  expect(places).toEqual(
    [
      "1 randomBytes of node:crypto",
      "3 Date.now",
      "4 new Date()",
      "5 Math.random",
      "6 crypto.randomUUID",
      "7 performance.now",
      "8 fetch()",
      "11 Date.now",
      "2 setTimeout of node:timers/promises",
      "9 setTimeout()",
    ].map((place) => `packages/a/src/a.ts:${place}. ${advice}`),
  );
});

test("passes what was handed in under the same name, types, tests and apps", async () => {
  expect(
    await placesIn(withoutIdle, {
      "packages/a/src/a.ts":
        "export async function read({ fetch }: { readonly fetch: typeof globalThis.fetch }): Promise<Response> {\n  return fetch('http://127.0.0.1');\n}\n",
      "packages/a/src/a.test.ts": "export const now = Date.now();\n",
      "apps/platform/src/main.ts": "export const now = Date.now();\n",
      "packages/cli/src/main.ts": "export const now = Date.now();\n",
    }),
  ).toEqual([]);
});

test("excuses a timer where real time is meant, and nothing else there", async () => {
  const text = "export const a = setTimeout(() => undefined, 1);\nexport const b = Date.now();\n";
  expect(
    await placesIn(withoutIdle, { "packages/event-delivery/src/wake-up-loop.ts": text }),
  ).toEqual([`packages/event-delivery/src/wake-up-loop.ts:2 Date.now. ${advice}`]);
});

test("reports an exception that excuses nothing", async () => {
  expect(
    await placesIn(takesTimeAsParameter, { "packages/a/src/a.ts": "export const a = 1;\n" }),
  ).toContain(
    "packages/foundation/src/clock.ts:1 one that excuses nothing. Remove it from the list.",
  );
});
