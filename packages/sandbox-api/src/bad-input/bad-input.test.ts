import { request } from "node:http";
import { buffer } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test } from "vitest";

import type { SandboxProblemCode } from "../call/sandbox.problems.ts";
import { requestPipeline, type PipelineParts } from "../request-pipeline.ts";
import { basic, openSandboxWorld, password, type SandboxWorld } from "../sandbox.world.ts";
import type { BadInputCase, BadInputRoute, SpoiltRequest } from "./bad-input-case.ts";
import { badInputCases } from "./bad-input-cases.ts";
import { badInputRoutes } from "./bad-input-routes.ts";

let world: SandboxWorld;
beforeAll(async () => {
  world = await openSandboxWorld();
  const { a } = world;
  const settings = a.settings();
  a.set({
    requestQuota: 1_000_000,
    switches: { ...settings.switches, putOnProfile: "as-patch", deleteProfile: "supported" },
  });
  await a.seed("jobs", 7, { jobtitle: "Welder" });
  await a.seed("applicantworkflows", 13, { baseprofile: 7, associatedprofile: 77 });
});
afterAll(async () => world.close());

/** What the good requests need, as they found it. */
async function prepare(): Promise<void> {
  await world.database.pool.query(`delete from profile where type = 'people'`);
  const person = { firstname: "Ada", lastname: "Byron", email: "ada@example.test" };
  const phones = [51, 52].map((entry) => ({ entry, phonenumber: `302-555-01${entry}` }));
  await world.a.seed("people", 77, { ...person, phones });
  await world.a.seed("people", 78, person);
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

async function send(route: BadInputRoute, spoilt: SpoiltRequest): Promise<Answer> {
  const body = spoilt.body ?? JSON.stringify(route.good);
  const headers = new Map<string, string | null>([
    ["authorization", basic("user-a", password)],
    ["content-type", "application/json"],
    ["content-length", String(Buffer.byteLength(body))],
    ...Object.entries(spoilt.headers ?? {}),
  ]);
  const kept = [...headers].filter((header): header is [string, string] => header[1] !== null);
  return new Promise((resolve, reject) => {
    const call = request(`${world.a.base}/customers/6101${spoilt.path ?? route.path}`, {
      method: spoilt.verb ?? route.verb,
      headers: Object.fromEntries(kept),
    });
    call.on("error", reject);
    call.on("response", (response) => {
      const { statusCode = 0, headers: answered } = response;
      buffer(response).then(
        (bytes) => resolve({ status: statusCode, headers: answered, text: bytes.toString() }),
        reject,
      );
    });
    call.end(body);
  });
}

test("covers every endpoint", () => {
  const shape = (path: string): string =>
    path
      .split("?")[0]
      ?.replaceAll(/\/(people|jobs|companies)(?=\/|$)/g, "/:noun")
      .replaceAll(/\/(\d+|phones)(?=\/|$)/g, "/:x") ?? "";
  const covered = badInputRoutes.map(({ verb, path }) => `${verb} ${shape(path)}`);
  // Only verbs and paths are read; no step is run.
  const { endpoints } = requestPipeline({} as PipelineParts);
  const isOfCustomer = ({ path }: { readonly path: string }): boolean =>
    path.startsWith("/customers/:customer");
  // What is bad for the token server, whose errors have another shape, stands in its own test.
  expect(endpoints.filter((one) => !isOfCustomer(one)).map(({ path }) => path)).toEqual([
    "/oauth/token",
  ]);
  const known = endpoints.filter(isOfCustomer).map(({ verb, path }) => {
    const below = path.slice("/customers/:customer".length);
    return `${verb} ${below.replaceAll(/:(?!noun)\w+/g, ":x")}`;
  });
  expect(covered.toSorted()).toEqual(known.toSorted());
});

test.each(badInputRoutes)("$verb $path takes the good request", async (route) => {
  await prepare();
  expect((await send(route, {})).status).toBe(route.status);
});

const pairs = badInputCases.flatMap((one) => badInputRoutes.map((route) => ({ one, route })));

test.each(badInputCases)("meets $what ($id) as the table says, on every endpoint", async (one) => {
  for (const { route } of pairs.filter((pair) => pair.one === one)) {
    if (route.verb !== "GET") await prepare();
    const answer = await send(route, one.spoil(route));
    expect({ route: nameOf(route), status: answer.status }).toEqual({
      route: nameOf(route),
      status: expectedStatus(one, route),
    });
    expectVendorShape(answer, { one, route });
  }
});

function nameOf({ verb, path }: BadInputRoute): string {
  return `${verb} ${path}`;
}

function expectedStatus(one: BadInputCase, route: BadInputRoute): number {
  const answer = one.answers[route.use];
  return answer.kind === "as-good" ? route.status : answer.status;
}

/** The vendor's numbers for our codes, as the documents give them. */
const numbers: Partial<Record<SandboxProblemCode, readonly number[]>> = {
  "SANDBOX-BODY-TOO-LARGE": [413],
  "SANDBOX-BODY-UNREADABLE": [400],
  "SANDBOX-CONTENT-TYPE-UNSUPPORTED": [415],
  "SANDBOX-FIELD-INVALID": [4, 1],
  "SANDBOX-FIELD-REQUIRED": [1],
  "SANDBOX-RESOURCE-NOT-FOUND": [2],
  "SANDBOX-SEARCH-INVALID": [400],
  "SANDBOX-VERB-UNSUPPORTED": [405],
};

function expectVendorShape(
  { headers, text }: Answer,
  { one, route }: { readonly one: BadInputCase; readonly route: BadInputRoute },
): void {
  const answer = one.answers[route.use];
  expect(headers["x-transaction"]).toMatch(/^\{[0-9A-F-]{36}\}$/);
  expect(headers["x-error"] !== undefined).toBe(answer.kind === "refused");
  expect(headers["x-warning"] !== undefined).toBe(answer.kind === "warned");
  // An answer to HEAD has no body, whatever its status.
  if (answer.kind !== "refused" || one.spoil(route).verb === "HEAD") return;
  const { errors } = JSON.parse(text) as { errors: { errorMessage: string; errorCode: number }[] };
  expect(errors.length).toBeGreaterThan(0);
  const expected = numbers[answer.code] ?? [];
  expect(errors.filter(({ errorCode }) => !expected.includes(errorCode))).toEqual([]);
  expect(errors.filter(({ errorMessage }) => errorMessage.length < 10)).toEqual([]);
}
