import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";

import { checkCall, ownedThings, type Programme, type ThingKind } from "@slipway/programme";

import { callerOf, holdCallers, keepCaller } from "./caller-of.ts";
import { mentionedThings } from "./mentioned-things.ts";
import { openToEveryToken, policy, type PolicyRow } from "./policy.ts";
import { readToken } from "./read-token.ts";

export interface GuardOptions {
  readonly programme: Pick<Programme, "recognise" | "checkOwn">;
  /** Default: the one there is. */
  readonly rows?: readonly PolicyRow[];
  readonly register: () => void;
}

/** What a guarded route carries. */
interface Guarded {
  readonly access: PolicyRow | "every-token";
}

/**
 * Puts the policy before every route of `register`: first who calls, then by role and scope whether such a call may be made, and once
 * the address is known to be sound, whether what it names is the caller's to see. Throws where table and routes do not match.
 */
export function guardRoutes(
  api: FastifyInstance,
  { programme, rows = policy, register }: GuardOptions,
): void {
  holdCallers(api);
  api.addHook("onRequest", async (request) => {
    keepCaller(request, await programme.recognise(readToken(request)));
    const access = accessOf(request);
    if (access === undefined || access === "every-token") return;
    const [, roles, scope] = access;
    checkCall(callerOf(request), { roles, scope });
  });
  api.addHook("preValidation", async (request) => {
    const thing = namedThing(request);
    if (thing !== undefined) await programme.checkOwn(callerOf(request), thing);
  });
  // Only what was found to be well-formed is looked at.
  api.addHook("preHandler", async (request) => {
    for (const thing of mentionedThings(request))
      await programme.checkOwn(callerOf(request), thing);
  });
  registerGuarded(api, rows, register);
}

function registerGuarded(
  api: FastifyInstance,
  rows: readonly PolicyRow[],
  register: () => void,
): void {
  const byRoute = new Map(rows.map((row) => [row[0] as string, row]));
  const found = new Set<string>();
  let isRegistering = true;
  api.addHook("onRoute", (options) => {
    if (!isRegistering) return;
    for (const route of routesOf(options)) {
      found.add(route);
      const access = openToEveryToken.has(route) ? "every-token" : byRoute.get(route);
      if (access !== undefined) options.config = { ...options.config, access };
    }
  });
  register();
  isRegistering = false;
  const faults = faultsOf(found, rows);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** HEAD is what GET is. */
function routesOf({
  method,
  routePath,
}: Pick<RouteOptions, "method"> & { readonly routePath: string }): readonly string[] {
  return [method].flat().map((verb) => `${verb === "HEAD" ? "GET" : verb} ${routePath}`);
}

/** Undefined on a path or verb that no route takes, which is refused as such. */
function accessOf(request: FastifyRequest): Guarded["access"] | undefined {
  // Written by `registerGuarded` alone.
  return (request.routeOptions.config as Partial<Guarded> | undefined)?.access;
}

const kinds = Object.entries(ownedThings) as readonly (readonly [
  ThingKind,
  (typeof ownedThings)[ThingKind],
])[];

/** The first thing that a path names by its id. */
function kindIn(route: string): ThingKind | undefined {
  const [, parameter] = /:(\w+Id)\b/u.exec(route) ?? [];
  return kinds.find(([, thing]) => thing.parameter === parameter)?.[0];
}

function namedThing(
  request: FastifyRequest,
): { readonly kind: ThingKind; readonly id: string } | undefined {
  const access = accessOf(request);
  if (access === undefined || access === "every-token" || access[3] !== "own") return undefined;
  const kind = kindIn(access[0]);
  if (kind === undefined) return undefined;
  // A route has the parameters of its path, each a text.
  const id = (request.params as Readonly<Record<string, string>>)[ownedThings[kind].parameter];
  return { kind, id: id ?? "" };
}

const place = "packages/platform-api/src/access/policy.ts";

function faultsOf(found: ReadonlySet<string>, rows: readonly PolicyRow[]): readonly string[] {
  const known = new Set([...rows.map(([route]) => route as string), ...openToEveryToken]);
  return [
    ...[...found].filter((route) => !known.has(route)).map(missingText),
    ...[...known]
      .filter((route) => !found.has(route))
      .map(
        (route) =>
          `Expected a route for every row of ${place}, found none for ${route}. Take the row out.`,
      ),
    ...rows.flatMap(([route, , , whose]) =>
      (whose === "own" || whose === "anybodys") === (kindIn(route) !== undefined)
        ? []
        : [
            `Expected "own" or "anybodys" in the row of ${route} in ${place} exactly where its first id is of a kind in packages/programme/src/access/owner-of.ts (${kinds.map(([, thing]) => thing.parameter).join(", ")}), found "${whose}". Change the row, or add the kind there.`,
          ],
    ),
  ];
}

function missingText(route: string): string {
  const isRead = route.startsWith("GET ");
  const whose = kindIn(route) === undefined ? "shared" : "own";
  const row = `["${route}", everyone, "programme:${isRead ? "read" : "write"}", "${whose}"],`;
  return `Expected a row in ${place} for every route, found none for ${route}. Add one that says who may, with which scope, and whose things it is about, such as: ${row}`;
}
