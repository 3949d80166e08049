import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  organisationKinds,
  ownedThings,
  rolesOfKind,
  scopes,
  type AccountRole,
  type ThingKind,
} from "@slipway/programme";

import { openAccessWorld, type AccessWorld, type Answer, type Things } from "./access.world.ts";
import { openToEveryToken, policy, type PolicyRow } from "./policy.ts";

let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld();
});
afterAll(async () => world?.close());

const roles = organisationKinds.flatMap((kind) => rolesOfKind[kind]);
const outsiders: ReadonlySet<AccountRole> = new Set([
  ...rolesOfKind.partner,
  ...rolesOfKind.customer,
]);
/** No route takes it: what is not refused before is refused for it, and nothing is changed. */
const surplus = { surplus: 1 };
const absentId = "0190a000-0000-7000-8000-00000000dead";

const absent: Things = {
  integration: absentId,
  sandbox: absentId,
  tenant: "0000000",
  run: absentId,
  deadline: absentId,
  notice: absentId,
  report: absentId,
  revalidation: absentId,
  thread: absentId,
  account: absentId,
  token: absentId,
  webhook: absentId,
};

const kinds = Object.entries(ownedThings) as readonly (readonly [
  ThingKind,
  { readonly parameter: string },
])[];

/** A route's address for these things; what it names besides is not there. */
function addressOf(route: string, things: Things): string {
  const named = kinds.reduce(
    (path, [kind, { parameter }]) => path.replace(`:${parameter}`, things[kind]),
    route,
  );
  return named
    .replace(":region", "a")
    .replace(":version", "1")
    .replaceAll(/:(?:workflowId)/gu, "1")
    .replace(":framework", "prime-assessment")
    .replaceAll(/:\w+Id/gu, absentId);
}

async function call(role: AccountRole, route: string, things: Things): Promise<Answer> {
  const hasBody = !route.startsWith("GET ");
  return world.call(world.tokenOf(role), addressOf(route, things), hasBody ? surplus : undefined);
}

/** Whether the answer says that the thing of the address is not there. */
function isHidden({ status, text }: Answer, route: string, things: Things): boolean {
  const kind = kinds.find(([, { parameter }]) => route.includes(`:${parameter}`))?.[0];
  return (
    status === 404 &&
    kind !== undefined &&
    /^.*-NOT-FOUND/su.test(text) &&
    text.includes(things[kind])
  );
}

/** An answer without the ids that were sent. */
function withoutIds({ status, text }: Answer, things: Things): string {
  const ids = [...new Set(Object.values(things))];
  return `${status} ${ids.reduce((rest, id) => rest.replaceAll(id, "<id>"), text)}`;
}

function ownOf(role: AccountRole): Things {
  return rolesOfKind.customer.includes(role) ? world.things.Initech : world.things.Acme;
}

it("has a row for every route that the server takes, and a route for every row", () => {
  const taken = world.routes.map(({ verb, path }) => `${verb} ${path}`);
  const rows = [...policy.map(([route]) => route), ...openToEveryToken];
  expect(rows.toSorted()).toEqual(taken.toSorted());
});

function mayCall(role: AccountRole, [, allowed]: PolicyRow): boolean {
  return role === "operator" || allowed.includes(role);
}

/** What the answer to a call about one's own things amounts to. */
function outcomeOf(answer: Answer, route: string, things: Things): string {
  const { status, code = "" } = answer;
  if (isHidden(answer, route, things)) return "hidden";
  return status === 401 || status === 403 || status >= 500 ? `${status} ${code}` : "let through";
}

describe.each(roles)("%s", (role) => {
  it("gets through exactly where the table says, to its own things", async () => {
    const own = ownOf(role);
    const [found, expected] = [new Map<string, string>(), new Map<string, string>()];
    for (const row of policy) {
      found.set(row[0], outcomeOf(await call(role, row[0], own), row[0], own));
      expected.set(row[0], mayCall(role, row) ? "let through" : "403 ACCESS-FORBIDDEN");
    }
    expect(found).toEqual(expected);
  });

  it("is told of others' things what it is told of things that are not there", async () => {
    const others = world.things.Beta;
    const isHiding = outsiders.has(role);
    for (const row of policy.filter((one) => one[3] === "own" && mayCall(role, one))) {
      const [route] = row;
      const [other, none] = [await call(role, route, others), await call(role, route, absent)];
      const told = withoutIds(other, others);
      expect({
        route,
        hidden: isHidden(other, route, others),
        like: isHiding ? told : "",
      }).toEqual({
        route,
        hidden: isHiding,
        like: isHiding ? withoutIds(none, absent) : "",
      });
    }
  });
});

it("says the same to everybody whose role may not, whatever it is about", async () => {
  const said = new Set<string>();
  const forbidden = roles.flatMap((role) =>
    policy.filter((row) => !mayCall(role, row)).map(([route]) => ({ role, route })),
  );
  for (const { role, route } of forbidden)
    for (const things of [world.things.Acme, world.things.Beta, absent])
      said.add(withoutIds(await call(role, route, things), things));
  expect([...said]).toEqual([expect.stringMatching(/^403 \{.*"code":"ACCESS-FORBIDDEN"/u)]);
});

it("takes no token without the scope of the row, in any role", async () => {
  for (const [route, allowed, scope] of policy) {
    const role = allowed.find((one): one is AccountRole => one !== "clock") ?? "operator";
    const { token } = await world.issue({
      accountId: world.accountOf(role),
      label: "all but one",
      scopes: scopes.filter((one) => one !== scope),
    });
    const { status, code } = await world.call(
      token,
      addressOf(route, ownOf(role)),
      route.startsWith("GET ") ? undefined : surplus,
    );
    expect({ route, status, code }).toEqual({ route, status: 403, code: "ACCESS-SCOPE-MISSING" });
  }
});

it("shows in lists what the caller may see and nothing else", async () => {
  const listed = policy.filter(([, , , whose]) => whose === "listed");
  expect(listed.length).toBeGreaterThan(4);
  for (const [route, allowed] of listed)
    for (const role of roles.filter((one) => outsiders.has(one) && allowed.includes(one))) {
      const own = ownOf(role);
      const { text } = await world.call(world.tokenOf(role), route);
      const hidden = Object.values(world.things)
        .filter((things) => things !== own)
        .flatMap((things) => Object.values(things));
      expect({ route, role, leaked: hidden.filter((id) => text.includes(`"${id}"`)) }).toEqual({
        ...{ route, role, leaked: [] },
      });
      const names = [
        ...Object.values(own),
        role === "customer-admin" || role === "customer-developer" ? "Initech" : "Acme",
      ];
      expect({ route, role, shown: names.some((one) => text.includes(one)) }).toEqual({
        ...{ route, role, shown: true },
      });
      expect(text).not.toContain("Beta");
    }
});

it("opens nothing shared to partners and customers but what all may know", () => {
  const open = policy.filter(
    ([, allowed, , whose]) =>
      whose === "shared" && allowed.some((one) => outsiders.has(one as AccountRole)),
  );
  expect(open.map(([route]) => route)).toEqual([
    "GET /frameworks/:framework/packs/:version",
    "GET /releases",
    "GET /evidence-keys",
    "GET /marketplace",
    "GET /clock",
  ]);
});

it.each<[string, (things: Things) => { route: string; body?: object }]>([
  [
    "deadlines of an integration",
    ({ integration }) => ({ route: `GET /deadlines?integration=${integration}` }),
  ],
  [
    "notices of an integration",
    ({ integration }) => ({ route: `GET /notices?integration=${integration}` }),
  ],
  [
    "exchanges of a run",
    ({ run }) => ({ route: `GET /tenants/${world.things.Acme.tenant}/exchanges?run=${run}` }),
  ],
  [
    "what failed in a run",
    ({ run }) => ({
      route: `POST /sandboxes/${world.things.Acme.sandbox}/runs`,
      body: { selection: { failedOf: run } },
    }),
  ],
])("hides others' things where they are mentioned: %s", async (_what, ask) => {
  const told = [];
  for (const things of [world.things.Beta, absent]) {
    const { route, body } = ask(things);
    const answer = await world.call(world.tokenOf("partner-developer"), route, body);
    expect(answer.status).toBe(404);
    told.push(withoutIds(answer, things));
  }
  expect(told[0]).toBe(told[1]);
});
