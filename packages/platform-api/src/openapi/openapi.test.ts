import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openPlatformApiWorld, type PlatformApiWorld } from "../platform-api.world.ts";
import { answersToCome, answerTable } from "./answers/answer-table.ts";
import { platformApiDocument } from "./platform-api-document.ts";
import { refusals } from "./refusals.ts";

let world: PlatformApiWorld;
beforeAll(async () => {
  world = await openPlatformApiWorld();
});
afterAll(async () => world?.close());

const committed: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../docs/openapi.json"), "utf8"),
);

test("serves the document that is committed, to anybody", async () => {
  const answer = await fetch(`${world.base}/api/v1/openapi.json`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/u);
  expect(await answer.json()).toEqual(committed);
});

test("serves a valid document of OpenAPI 3.1", async () => {
  const validator = new Validator();
  // The validator writes into what it reads.
  const document = structuredClone(platformApiDocument());
  expect(await validator.validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  const broken = { ...document, paths: { "/me": { get: { responses: [] } } } };
  expect(await validator.validate(broken)).toMatchObject({ valid: false });
});

test("describes every route that the server takes, and no other", () => {
  const described = Object.entries(platformApiDocument().paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  const taken = world.routes.map(
    ({ verb, path }) => `${verb} ${path.replaceAll(/:(\w+)/gu, "{$1}")}`,
  );
  expect(described.toSorted()).toEqual(taken.toSorted());
  const ids = Object.values(platformApiDocument().paths)
    .flatMap((operations) => Object.values(operations))
    .map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test("has a schema for the answers of every route but those that are excepted", () => {
  const taken = world.routes.map(({ verb, path }) => `${verb} ${path}`);
  const known = [...Object.keys(answerTable), ...Object.keys(answersToCome)];
  expect(known.toSorted()).toEqual(taken.toSorted());
  expect(Object.keys(refusals).filter((route) => !taken.includes(route))).toEqual([]);
});

test("keeps the list of exceptions sorted, with reasons, and no longer than it was", () => {
  const excepted = Object.keys(answersToCome);
  expect(excepted).toEqual(excepted.toSorted());
  expect(Object.values(answersToCome).filter((reason) => reason.trim() === "")).toEqual([]);
  expect(excepted.length).toBeLessThanOrEqual(4);
});
