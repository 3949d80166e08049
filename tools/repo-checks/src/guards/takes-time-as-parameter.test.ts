import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { takesTimeAsParameter } from "./takes-time-as-parameter.ts";

// Every tree needs the file that the exception list names, or the list is reported as idle.
const clock = {
  "packages/foundation/src/clock.ts": "export const now = (): Date => new Date();\n",
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
  const places = await placesIn(takesTimeAsParameter, { ...clock, "packages/a/src/a.ts": text });
  expect(places).toEqual(
    [
      "1 randomBytes of node:crypto",
      "2 setTimeout of node:timers/promises",
      "3 Date.now",
      "4 new Date()",
      "5 Math.random",
      "6 crypto.randomUUID",
      "7 performance.now",
      "8 fetch()",
      "9 setTimeout()",
      "11 Date.now",
    ].map((place) => `packages/a/src/a.ts:${place}. ${advice}`),
  );
});

test("passes what was handed in under the same name, types, tests and apps", async () => {
  expect(
    await placesIn(takesTimeAsParameter, {
      ...clock,
      "packages/a/src/a.ts":
        "export async function read({ fetch }: { readonly fetch: typeof globalThis.fetch }): Promise<Response> {\n  return fetch('http://127.0.0.1');\n}\n",
      "packages/a/src/a.test.ts": "export const now = Date.now();\n",
      "apps/platform/src/main.ts": "export const now = Date.now();\n",
      "packages/cli/src/main.ts": "export const now = Date.now();\n",
    }),
  ).toEqual([]);
});

test("reports an exception that excuses nothing", async () => {
  expect(
    await placesIn(takesTimeAsParameter, { "packages/a/src/a.ts": "export const a = 1;\n" }),
  ).toContain(
    "packages/foundation/src/clock.ts:1 one that excuses nothing. Remove it from the list.",
  );
});
