import { readFileSync, readdirSync, writeFileSync } from "node:fs";

import {
  applicationCompletedEvent,
  customerId,
  profileId,
  defaultSwitches,
  type JobId,
  type PersonId,
  type Tenant,
  type WorkflowId,
} from "@slipway/ats-model";
import { Check } from "typebox/value";
import { expect, test } from "vitest";

import { standardSchemas } from "./contract.ts";
import { exampleStandardManifest, requiredFields } from "./field-manifest.ts";

const schemaFolder = new URL("schemas/", import.meta.url);
const guide = readFileSync(new URL("guide.md", import.meta.url), "utf8");

// SLIPWAY_WRITE_SCHEMAS=1 writes the files anew after a change of the contract.
if (process.env["SLIPWAY_WRITE_SCHEMAS"] === "1") {
  for (const [name, schema] of Object.entries(standardSchemas)) {
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
  expect(published).toEqual(JSON.parse(JSON.stringify(standardSchemas)));
});

test("the guide names every published schema and the token of every required field", () => {
  for (const name of Object.keys(standardSchemas)) expect(guide).toContain(`${name}.json`);
  for (const key of requiredFields) expect(guide).toContain(`{{${key}}}`);
});

test("the guide's example declaration is the example manifest", () => {
  const declared = examples().find((body) => "manifest" in body);
  expect(declared?.["manifest"]).toEqual(exampleStandardManifest);
});

test("the guide's example event and row are as the schemas have them", () => {
  const event = examples().find((body) => "returnUrl" in body);
  const row = examples().find((body) => "assessmentname" in body);
  expect(Check(standardSchemas["application-completed-event"] ?? {}, event)).toBe(true);
  expect(Check(standardSchemas["result-row"] ?? {}, row)).toBe(true);
});

test("what the platform sends is as the schema has it", () => {
  const tenant = {
    customerId: customerId("6101"),
    publicBase: "http://127.0.0.1:8701",
    settings: { switches: defaultSwitches },
  };
  const { body } = applicationCompletedEvent({
    // The event reads nothing else of a tenant.
    tenant: tenant as Tenant,
    workflowId: profileId<WorkflowId>(501),
    jobId: profileId<JobId>(77),
    personId: profileId<PersonId>(88),
    returnUrl: "http://127.0.0.1:8701/portal/6101/jobs/77/assessment?i=1&token=t",
  });
  expect(Check(standardSchemas["application-completed-event"] ?? {}, body)).toBe(true);
});

function examples(): readonly Readonly<Record<string, unknown>>[] {
  return [...guide.matchAll(/```json\n([\s\S]*?)```/gu)].map(
    // Every JSON example of the guide is an object.
    ([, text = "{}"]) => JSON.parse(text) as Readonly<Record<string, unknown>>,
  );
}
