import { readFileSync, readdirSync, writeFileSync } from "node:fs";

import { customerId } from "@slipway/ats-model";
import { expect, test } from "vitest";
import { Check } from "typebox/value";

import {
  orderSchema,
  parseAcceptedOrder,
  parseOrderStatus,
  parsePackageList,
  primeSchemas,
} from "./contract.ts";
import { parseVendorError } from "../shared-contract.ts";
import { exampleManifest, orderFields } from "./field-manifest.ts";
import { orderBody } from "./order-body.ts";

const schemaFolder = new URL("schemas/", import.meta.url);
const guide = readFileSync(new URL("guide.md", import.meta.url), "utf8");

// SLIPWAY_WRITE_SCHEMAS=1 writes the files anew after a change of the contract.
if (process.env.SLIPWAY_WRITE_SCHEMAS === "1") {
  for (const [name, schema] of Object.entries(primeSchemas)) {
    writeFileSync(new URL(`${name}.json`, schemaFolder), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

test("the published schema files are the contract's schemas, no more and no fewer", () => {
  const published = Object.fromEntries(
    readdirSync(schemaFolder).map((file) => [
      file.replace(/\.json$/u, ""),
      JSON.parse(readFileSync(new URL(file, schemaFolder), "utf8")) as unknown,
    ]),
  );
  expect(published).toEqual(JSON.parse(JSON.stringify(primeSchemas)));
});

test("the guide names every published schema and every field of the order", () => {
  for (const name of Object.keys(primeSchemas)) expect(guide).toContain(`${name}.json`);
  for (const { key, member } of orderFields) {
    expect(guide).toContain(`\`${member.join(".")}\``);
    expect(guide).toContain(key === "package" ? "`package`" : `{{${key}}}`);
  }
});

test("the guide's example declaration is the example manifest", () => {
  const declared = exampleBodies(guide).find((body) => "manifest" in body);
  expect(declared?.manifest).toEqual(exampleManifest);
});

test("the guide's example order is acceptable under the published schema", () => {
  const orders = exampleBodies(guide).filter((body) => "packageId" in body && "candidate" in body);
  expect(orders.length).toBeGreaterThan(0);
  for (const order of orders) expect(Check(orderSchema, order)).toBe(true);
});

test("what the platform sends for a complete candidate is acceptable under the order's schema", () => {
  const body = orderBody({
    tenant: { customerId: customerId("6101"), publicBase: "http://127.0.0.1:8701" },
    orderId: "0198f0c2-0000-7000-8000-000000000001",
    packageId: "p-100",
    test: false,
    createdAt: new Date(0),
    person: { id: 1, firstName: "Ada", lastName: "Byron", email: "ada@example.test" },
    job: { id: 4, title: "Analyst" },
    workflowId: 501,
    recruiter: { id: 9, email: "rita@example.test" },
  });
  expect(Check(orderSchema, body)).toBe(true);
});

test("a package list with members we do not know is a package list", () => {
  const text = '{"packages":[{"packageId":"p-1","name":"Logic","active":true,"price":9}],"next":1}';
  expect(parsePackageList(text)).toMatchObject({
    kind: "parsed",
    value: { packages: [{ packageId: "p-1", name: "Logic", active: true }] },
  });
});

test("every fault of a package list is found, each at its place", () => {
  expect(parsePackageList('{"packages":[{"packageId":" ","active":"yes"}]}')).toEqual({
    kind: "findings",
    findings: expect.arrayContaining([
      { where: "packages.0.name", message: "is missing" },
      expect.objectContaining({ where: "packages.0.packageId" }),
      expect.objectContaining({ where: "packages.0.active" }),
    ]) as unknown,
  });
});

test.each([
  ["", "is no JSON"],
  ["<html>", "is no JSON"],
  ["null", "must be"],
  ["[]", "must be"],
])("the answer %j to an order is a finding about the body as a whole", (text, message) => {
  const parsed = parseAcceptedOrder(text);
  expect(parsed.kind === "findings" && parsed.findings[0]?.where).toBe("");
  expect(parsed.kind === "findings" && parsed.findings[0]?.message).toContain(message);
});

test("a vendor error needs a user message that says something", () => {
  expect(parseVendorError('{"error":{"userMessage":"No."}}').kind).toBe("parsed");
  for (const text of ['{"error":{}}', '{"error":{"userMessage":" "}}', '{"error":"No."}', "{}"]) {
    expect(parseVendorError(text).kind).toBe("findings");
  }
});

test("an order's status is one of the five", () => {
  const complete = '{"orderId":"a","status":"complete","completedAt":"2026-03-02T09:00:00.250Z"}';
  expect(parseOrderStatus(complete).kind).toBe("parsed");
  expect(parseOrderStatus('{"orderId":"a","status":"done"}')).toEqual({
    kind: "findings",
    findings: expect.arrayContaining([expect.objectContaining({ where: "status" })]) as unknown,
  });
});

function exampleBodies(markdown: string): readonly Record<string, unknown>[] {
  return Array.from(
    markdown.matchAll(/```json\n([\s\S]*?)```/gu),
    ([, text]) =>
      // Every JSON example of the guide is an object; a broken one fails here.
      JSON.parse(text ?? "") as Record<string, unknown>,
  );
}
