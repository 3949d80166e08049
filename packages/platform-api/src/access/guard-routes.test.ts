import Fastify from "fastify";
import { expect, it } from "vitest";

import { guardRoutes } from "./guard-routes.ts";
import type { PolicyRow } from "./policy.ts";

const refuse = async (): Promise<never> => {
  throw new Error("Expected no call");
};
const programme = { recognise: refuse, checkOwn: refuse };

/** Guards these routes by these rows. */
function guard(routes: readonly string[], rows: readonly PolicyRow[]): void {
  const api = Fastify();
  guardRoutes(api, {
    programme,
    rows,
    register: () => {
      for (const path of ["/me", ...routes]) api.get(path, refuse);
    },
  });
}

const sandboxRow: PolicyRow = ["GET /sandboxes/:sandboxId", [], "sandbox:read", "own"];
const clockRow: PolicyRow = ["GET /clock", [], "programme:read", "shared"];

it("starts where every route has its row", () => {
  expect(() => guard(["/clock", "/sandboxes/:sandboxId"], [sandboxRow, clockRow])).not.toThrow();
});

it("does not start with a route without a row, and says which row to add where", () => {
  expect(() => guard(["/clock", "/sandboxes/:sandboxId"], [clockRow])).toThrow(
    'Expected a row in packages/platform-api/src/access/policy.ts for every route, found none for GET /sandboxes/:sandboxId. Add one that says who may, with which scope, and whose things it is about, such as: ["GET /sandboxes/:sandboxId", everyone, "programme:read", "own"],',
  );
});

it("does not start with a row without a route", () => {
  expect(() => guard(["/clock"], [sandboxRow, clockRow])).toThrow(
    "found none for GET /sandboxes/:sandboxId. Take the row out.",
  );
});

it("does not start with a row that calls somebody's things shared", () => {
  const row: PolicyRow = ["GET /sandboxes/:sandboxId", [], "sandbox:read", "shared"];
  expect(() => guard(["/sandboxes/:sandboxId"], [row])).toThrow('found "shared". Change the row');
});

it("does not start with a row about own things of a kind that nobody can tell whose they are", () => {
  const row: PolicyRow = ["GET /releases/:releaseId", [], "programme:read", "own"];
  expect(() => guard(["/releases/:releaseId"], [row])).toThrow("or add the kind there");
});
