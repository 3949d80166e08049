import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { citesKnownRequirements } from "./cites-known-requirements.ts";

const unknown = ["REQ", "44"].join("-");
const proof =
  '[\n  { "requirement": "REQ-19", "door": "http", "test": "journey > refuses a duplicate" }\n]\n';

test("names a requirement that does not exist", async () => {
  expect(
    await placesIn(citesKnownRequirements, {
      "packages/a/src/pack.ts": `\nexport const ids = ["REQ-19", "${unknown}"];\n`,
    }),
  ).toEqual([`packages/a/src/pack.ts:2 ${unknown}.`]);
});

test("passes a proof whose test still claims it", async () => {
  const text = 'test("refuses a duplicate", () => {\n  proves("REQ-19", { door: "http" });\n});\n';
  expect(
    await placesIn(citesKnownRequirements, {
      "journeys/proofs/order.json": proof,
      "journeys/src/order.test.ts": text,
    }),
  ).toEqual([]);
});

test("passes a test for each of several duties", async () => {
  const text =
    'test.each(["REQ-18", "REQ-19"])("refuses a %s", (duty) => {\n  proves(duty, { door: "http" });\n});\n';
  const files = { "journeys/proofs/order.json": proof, "journeys/src/order.test.ts": text };
  expect(await placesIn(citesKnownRequirements, files)).toEqual([]);
});

test("names a proof without its test file, without its test, without its claim", async () => {
  const orphaned = async (text: string): Promise<readonly string[]> =>
    placesIn(citesKnownRequirements, {
      "journeys/proofs/order.json": proof,
      "journeys/src/order.test.ts": text,
    });
  expect(await placesIn(citesKnownRequirements, { "journeys/proofs/order.json": proof })).toEqual([
    "journeys/proofs/order.json:1 none. Remove the record.",
  ]);
  expect(await orphaned('test("another", () => {});\n')).toEqual([
    "journeys/proofs/order.json:1 none. Run its file with RECORD_PROOFS=1 again.",
  ]);
  expect(
    await orphaned(
      'test("refuses a duplicate", () => {\n  proves("REQ-19", { door: "browser" });\n});\n',
    ),
  ).toEqual([
    "journeys/proofs/order.json:1 no such line. Run its file with RECORD_PROOFS=1 again.",
  ]);
});
