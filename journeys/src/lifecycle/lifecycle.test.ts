import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { manifest } from "@slipway/example-prime-partner";

import { createCommandWorld, type CommandWorld } from "../command-line/command-line.world.ts";
import { proves } from "../harness/proves.ts";
import { openValidationWorld, type ValidationWorld } from "../harness/validation.world.ts";

// Each test is a dozen commands, each a process of its own.
vi.setConfig({ testTimeout: 300_000 });

let world: ValidationWorld;
let commands: CommandWorld;
let integration: string;
let runId: string;

beforeAll(async () => {
  [world, commands] = await Promise.all([openValidationWorld(), createCommandWorld()]);
  integration = world.sandbox.integrationId;
  ({ runId } = await world.validate());
});
afterAll(async () => {
  await commands?.close();
  await world?.close();
});

const partner = ["--by", "Ada", "--role", "partner-admin", "--of", "unnamed"];
const reviewer = ["--by", "Grace", "--role", "reviewer", "--of", "programme"];
const owner = ["--by", "Edith", "--role", "programme-owner", "--of", "programme"];
const because = ["--reason", "As the guide says."];

/** The command's output; it has to succeed. */
async function slipway(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await commands.slipway(
    ...["integration", ...args, "--data", world.data],
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

/** What it says when it is refused. */
async function refused(...args: readonly string[]): Promise<string> {
  const { exitCode, stderr } = await commands.slipway(
    ...["integration", ...args, "--data", world.data],
  );
  expect(exitCode).not.toBe(0);
  return stderr;
}

/** What the ATS API answers to the partner's own credentials. */
async function callAts(): Promise<{ readonly status: number; readonly body: string }> {
  const { publicBase, customerId } = world.sandbox.tenants.a;
  const { username, password } = world.credentials.a;
  const answer = await fetch(`${publicBase}/customers/${customerId}`, {
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
    },
  });
  return { status: answer.status, body: await answer.text() };
}

const design = {
  useCase: "A recruiter orders a test; the candidate takes it; the result is written back.",
  valueProposition: "Recruiters see results where they work.",
  operations: ["GET /people/{id}", "PATCH /applicantworkflows/{id}", "PUT /people/{id}"],
  events: ["WorkFlowStatusChangeEvent", "CandidateHiredEvent"],
  optionalFeatures: ["cancel"],
  manifest: [
    ...manifest,
    { profileType: "person", field: "field29946", access: "read", required: false },
  ],
  setUpSteps: ["Enter the credentials."],
  valuesPerCustomer: ["Customer id", "Credentials"],
  setUpQuestions: [],
};

test("a design is flagged before anybody reads it, reviewed, asked about, and approved", async () => {
  for (const duty of ["REQ-04", "REQ-05"] as const) proves(duty, { door: "command-line" });
  expect(await refused("move", integration, "submit-design", ...partner)).toContain(
    "found: without the design",
  );
  const file = join(commands.folder, "design.json");
  await writeFile(file, JSON.stringify(design));
  const saved = await slipway("design", integration, "--file", file, ...partner);
  expect(saved).toContain("custom-field at manifest[");
  expect(saved).toContain("undocumented-operation at operations[2]: PUT /people/{id}");
  expect(saved).toContain("undocumented-event at events[1]: CandidateHiredEvent");
  expect(saved).toContain("to set up: 1 steps, 2 values per customer, 0 questions");
  expect(await slipway("move", integration, "submit-design", ...partner)).toContain(
    "version 1: in-review",
  );
  const asked = await slipway(
    "ask",
    integration,
    "What for?",
    "--about",
    "field29946",
    ...reviewer,
  );
  const [, item = ""] = /open: (\S+) about field29946/u.exec(asked) ?? [];
  expect(await refused("move", integration, "approve-design", ...reviewer, ...because)).toContain(
    "no item is open (found: 1 open)",
  );
  expect(
    await slipway("answer", integration, item, "--text", "For nothing.", ...partner),
  ).not.toContain(item);
  expect(await refused("move", integration, "approve-design", ...partner, ...because)).toContain(
    "Expected reviewer or programme-owner to do approve-design",
  );
  expect(await slipway("move", integration, "approve-design", ...reviewer, ...because)).toContain(
    "version 1: building",
  );
});

test("a validation is submitted with the run that proves it, decided on, and earns a designation", async () => {
  for (const duty of ["REQ-11", "REQ-25"] as const) proves(duty, { door: "command-line" });
  const submit = ["move", integration, "submit-validation", ...partner, "--run"];
  expect(await refused(...submit, runId)).toContain("nothing is hard-coded (found: nobody)");
  expect(
    await refused(...submit, "0190a000-0000-7000-8000-000000000001", "--confirmed-by", "Ada"),
  ).toContain("(found: no run 0190a000-0000-7000-8000-000000000001 of this integration)");
  expect(await slipway(...submit, runId, "--confirmed-by", "Ada")).toContain(
    "version 1: submitted",
  );
  const own = ["--by", "Ada", "--role", "reviewer", "--of", "unnamed"];
  expect(await refused("move", integration, "approve-validation", ...own, ...because)).toContain(
    "(found: Ada of unnamed)",
  );
  expect(await refused("move", integration, "designate", ...reviewer, ...because)).toContain(
    "a validation of one of its versions was approved (found: none)",
  );
  await slipway("move", integration, "approve-validation", ...reviewer, ...because);
  const designated = await slipway("move", integration, "designate", ...reviewer, ...because);
  expect(designated).toContain("standing: designated");
  expect(designated).toMatch(/designated, as prime, since .*, version 1/u);
});

test("a suspension is a person's, is seen by the partner as 403, and ends", async () => {
  proves("REQ-31", { door: "http" });
  expect((await callAts()).status).toBe(200);
  expect(await refused("move", integration, "suspend", ...reviewer, ...because)).toContain(
    "Expected programme-owner to do suspend",
  );
  await slipway("move", integration, "suspend", ...owner, ...because);
  const held = await callAts();
  expect(held.status).toBe(403);
  expect(held.body).toContain("the programme holds its calls");
  await slipway("move", integration, "reinstate", ...owner, ...because);
  expect((await callAts()).status).toBe(200);
});

test("everything that happened is on record, and a changed record is noticed", async () => {
  const history = await slipway("history", integration);
  const events = ["save-design", "submit-design", "open-item", "close-item", "approve-design"];
  for (const event of [...events, "submit-validation", "designate", "suspend", "reinstate"])
    expect(history).toContain(event);
  expect(await slipway("verify-history")).toMatch(/as it was written: 12 entries/u);
});

test("a customer-specific integration has its customer on record, and neither sandbox nor validation", async () => {
  for (const duty of ["REQ-01", "REQ-02", "REQ-38", "REQ-42"] as const)
    proves(duty, { door: "command-line" });
  const register = [
    ...["register", "Initech payroll", "--framework", "prime-assessment", "--of", "Initech"],
    ...["--path", "customer-specific", "--customer", "Initech"],
  ];
  expect(await refused(...register)).toContain("CUSTOMER-NOT-ON-RECORD");
  await slipway("record-customer", "Initech");
  const [, id = ""] = /^Integration (\S+):/u.exec(await slipway(...register)) ?? [];
  await expect(world.client.createSandbox(id)).rejects.toMatchObject({
    code: "PATH-WITHOUT-SANDBOX",
  });
  const file = join(commands.folder, "payroll.json");
  await writeFile(file, JSON.stringify(design));
  const developer = ["--by", "Milton", "--role", "customer-developer", "--of", "Initech"];
  await slipway("design", id, "--file", file, ...developer);
  await slipway("move", id, "submit-design", ...developer);
  expect(await slipway("move", id, "approve-design", ...reviewer, ...because)).toContain(
    "version 1: live",
  );
  expect(await refused("move", id, "submit-validation", ...developer, "--run", runId)).toContain(
    "which is live",
  );
});
