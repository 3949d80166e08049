import { request } from "node:http";
import { buffer } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openPlatformApiWorld, type PlatformApiWorld } from "../platform-api.world.ts";
import type { BadInputCase, BadInputRoute, SpoiltRequest } from "./bad-input-case.ts";
import { badInputCases } from "./bad-input-cases.ts";
import { badInputRoutes } from "./bad-input-routes.ts";

let world: PlatformApiWorld;
beforeAll(async () => {
  world = await openPlatformApiWorld();
});
afterAll(async () => world.close());

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

/** A good body as JSON text, for what exists. */
function goodOf({ good }: BadInputRoute): string {
  return filled(JSON.stringify(good ?? {}));
}

function filled(text: string): string {
  const numbers = text.replaceAll(
    /"\{#(\w+)\}"/gu,
    (_match, name: string) => world.ids[name] ?? "",
  );
  return numbers.replaceAll(/\{(\w+)\}/gu, (_match, name: string) => world.ids[name] ?? "");
}

async function send(route: BadInputRoute, spoilt: SpoiltRequest, path: string): Promise<Answer> {
  const body = spoilt.body ?? (route.good === undefined ? "" : goodOf(route));
  const headers = new Map<string, string | null>([
    ["authorization", `Bearer ${world.token}`],
    ["content-type", body.length === 0 && spoilt.body === undefined ? null : "application/json"],
    ["content-length", String(Buffer.byteLength(body))],
    ...Object.entries(spoilt.headers ?? {}),
  ]);
  const kept = [...headers].filter((header): header is [string, string] => header[1] !== null);
  return new Promise((resolve, reject) => {
    const call = request(`${world.base}/api/v1${spoilt.path?.(path) ?? path}`, {
      method: spoilt.verb ?? route.verb,
      headers: Object.fromEntries(kept),
      // The server may close while it is still being told: each call has its own connection.
      agent: false,
    });
    let isAnswered = false;
    call.on("error", (error) => {
      if (!isAnswered) reject(error);
    });
    call.on("response", (response) => {
      isAnswered = true;
      const { statusCode = 0, headers: answered } = response;
      buffer(response).then(
        (bytes) =>
          resolve({ status: statusCode, type: answered["content-type"], text: bytes.toString() }),
        reject,
      );
    });
    call.end(body);
  });
}

/** The path for what exists; with an id to spoil one path for each id, with that one spoilt. */
function pathsOf({ path }: BadInputRoute, { id }: SpoiltRequest): readonly string[] {
  const names = [...path.matchAll(/\{\w+\}/gu)].map(([name]) => name);
  if (id === undefined || names.length === 0) return [filled(path)];
  return names.map((name) => filled(path.replace(name, id(filled(name)))));
}

function expectedOf(one: BadInputCase, route: BadInputRoute): { status: number; code?: string } {
  const answer = one.answers[route.use];
  if (one.id === "body-empty-object" && route.emptyCode !== undefined)
    return { status: 400, code: route.emptyCode };
  const hasIds = route.path.includes("{");
  if (answer.kind === "as-good" || (answer.kind === "refused-where-ids" && !hasIds))
    return { status: route.status };
  const { status, code } = answer;
  return { status, ...(code === undefined ? {} : { code }) };
}

test("covers every route", () => {
  const covered = badInputRoutes.map(
    ({ verb, path }) => `${verb} ${path.replaceAll(/\{\w+\}/gu, ":id")}`,
  );
  const known = world.routes.map(({ verb, path }) => `${verb} ${path.replaceAll(/:\w+/gu, ":id")}`);
  expect(covered.map((route) => route.replace("/tenants/a/", "/tenants/:id/")).toSorted()).toEqual(
    known.toSorted(),
  );
});

test.each(badInputRoutes)("$verb $path takes the good request", async (route) => {
  const { status, text } = await send(route, {}, filled(route.path));
  expect({ status, text: status < 400 ? "" : text }).toMatchObject({ status: route.status });
});

test.each(badInputCases)("meets $what ($id) as the table says, on every route", async (one) => {
  for (const route of badInputRoutes) {
    const spoilt = one.spoil(goodOf(route));
    for (const path of pathsOf(route, spoilt)) {
      const answer = await send(route, spoilt, path);
      // Where there is no such member there is nothing to spoil.
      const isGood = Object.keys(spoilt).join() === "body" && spoilt.body === goodOf(route);
      const expected = isGood ? { status: route.status } : expectedOf(one, route);
      const place = `${route.verb} ${route.path} as ${path.slice(0, 200)}`;
      expect({ place, status: answer.status, text: answer.text.slice(0, 300) }).toMatchObject({
        place,
        status: expected.status,
      });
      expectProblem(answer, expected.code);
    }
  }
});

/** Holds the shape of an answer that refuses; any other is let pass. */
function expectProblem({ status, type, text }: Answer, code: string | undefined): void {
  if (status < 400) return;
  expect(type).toMatch(/^application\/problem\+json/u);
  const document = JSON.parse(text) as Readonly<Record<string, unknown>>;
  expect(document).toMatchObject({
    type: "about:blank",
    status,
    code: expect.stringMatching(code ?? /^[A-Z]+(-[A-Z]+)+$/u),
    title: expect.stringMatching(/^[A-Z]/u),
    detail: expect.stringMatching(/^Expected .*found/su),
  });
  // However long what arrived was.
  expect(text.length).toBeLessThan(7_000);
}

test("names the verbs that a route takes", async () => {
  const answer = await fetch(`${world.base}/api/v1/integrations`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${world.token}` },
  });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("GET, HEAD, POST");
});

test.each([
  ["limit", "0"],
  ["limit", "1000"],
  ["limit", "ten"],
  ["workflow", "1.5"],
  ["person", "9".repeat(16)],
  ["order_by", "random"],
  ["surplus", "1"],
  ["__proto__", "1"],
])("takes no query in which %s is %s", async (name, value) => {
  const { customer = "" } = world.ids;
  const answer = await fetch(
    `${world.base}/api/v1/tenants/${customer}/exchanges?${name}=${value}`,
    { headers: { authorization: `Bearer ${world.token}` } },
  );
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    code: "REQUEST-INVALID",
    detail: expect.stringContaining("the query"),
  });
});

test.each([0, -1, 1.5, 2 ** 53, 1e300, "1"])("takes no workflow %s for an order", async (id) => {
  const { customer = "" } = world.ids;
  const answer = await fetch(`${world.base}/api/v1/tenants/${customer}/orders`, {
    method: "POST",
    headers: { authorization: `Bearer ${world.token}`, "content-type": "application/json" },
    body: JSON.stringify({ workflowId: id, packageId: "pk-1" }),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "REQUEST-INVALID" });
});

test("repeats no password of a body that it cannot read", async () => {
  const answer = await fetch(`${world.base}/api/v1/integrations`, {
    method: "POST",
    headers: { authorization: `Bearer ${world.token}`, "content-type": "application/json" },
    body: '{"password":"open sesame"',
  });
  expect(await answer.text()).not.toContain("sesame");
});
