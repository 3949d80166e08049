import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { manifest } from "@slipway/example-prime-partner";

import { proves } from "../harness/proves.ts";
import { openAccessWorld, type AccessWorld } from "./access.world.ts";

let world: AccessWorld;
/** The tokens of people, by name. */
const tokens = new Map<string, string>();
const ids = new Map<string, string>();

beforeAll(async () => {
  world = await openAccessWorld();
  const design = {
    useCase: "A recruiter orders a test; the candidate takes it; the result is written back.",
    valueProposition: "Recruiters see results where they work.",
    operations: ["GET /people/{id}"],
    events: ["WorkFlowStatusChangeEvent"],
    optionalFeatures: [],
    manifest,
    setUpSteps: [],
    valuesPerCustomer: [],
    setUpQuestions: [],
  };
  await writeFile(designFile(), JSON.stringify(design));
});
afterAll(async () => world?.close());

function designFile(): string {
  return join(world.commands.folder, "design.json");
}

/** A command's output, as whoever is named, or as the operator; it has to succeed. */
async function as(name: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await world.slipway(tokens.get(name), ...args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

/** What the command says when it is refused. */
async function refused(name: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, stderr } = await world.slipway(tokens.get(name), ...args);
  expect(exitCode).not.toBe(0);
  return stderr;
}

/** Lets an admin add a person, and gives the person a token; over HTTP. */
async function letIn(by: string, name: string, place: object): Promise<void> {
  const token = tokens.get(by) ?? world.adminToken;
  const account = await made(token, "/accounts", { name, ...place });
  const issued = await made(token, `/accounts/${account.id}/tokens`, { label: "laptop" });
  tokens.set(name, issued.token ?? "");
}

/** What was made by a call that succeeds. */
async function made(
  token: string,
  path: string,
  body: object,
): Promise<{ readonly id: string; readonly token?: string }> {
  const { status, text } = await world.call(token, path, body);
  expect({ status, text: status === 201 ? "" : text }).toEqual({ status: 201, text: "" });
  return JSON.parse(text) as { readonly id: string; readonly token?: string };
}

test("an operator adds organisations and their admins, who let their own people in", async () => {
  await as("operator", "organisation", "add", "Acme");
  await letIn("operator", "Ada", { role: "partner-admin", organisation: "Acme" });
  const added = await as("Ada", "account", "add", "Alan", "--role", "partner-developer");
  const [, account = ""] = /^(\S+) +partner-developer +Acme +Alan$/mu.exec(added) ?? [];
  const issued = await as("Ada", "token", "issue", account, "--label", "laptop");
  const [, tokenId = "", token = ""] =
    /^([0-9a-f-]{36}) .*\n\nShown this once:\n(slp_\S+)$/mu.exec(issued) ?? [];
  tokens.set("Alan", token);
  ids.set("token of Alan", tokenId);
  expect(await as("Alan", "me")).toContain("Alan, partner-developer of Acme");
  expect(await refused("Alan", "account", "add", "Eve", "--role", "partner-admin")).toContain(
    "ACCESS-FORBIDDEN",
  );
  expect(await refused("Ada", "account", "add", "Eve", "--role", "reviewer")).toContain(
    "ACCOUNT-ROLE-UNFIT",
  );
});

test("others are let in over HTTP, each seeing its own organisation alone", async () => {
  await made(world.adminToken, "/organisations", { name: "Beta", kind: "partner" });
  await made(world.adminToken, "/organisations", { name: "Initech", kind: "customer" });
  await letIn("operator", "Bob", { role: "partner-admin", organisation: "Beta" });
  await letIn("operator", "Peter", { role: "customer-admin", organisation: "Initech" });
  await letIn("operator", "Grace", { role: "reviewer", organisation: "programme" });
  await letIn("Peter", "Milton", { role: "customer-developer" });
  const { text } = await world.call(tokens.get("Peter") ?? "", "/accounts");
  const { accounts } = JSON.parse(text) as { readonly accounts: readonly { name: string }[] };
  expect(accounts.map(({ name }) => name)).toEqual(["Milton", "Peter"]);
});

test("a partner's developer registers and designs with a token of its own, and approves nothing", async () => {
  const registered = await as(
    "Alan",
    ...["integration", "register", "Acme tests", "--framework", "prime-assessment"],
  );
  const [, id = ""] = /^Integration (\S+):/u.exec(registered) ?? [];
  ids.set("integration", id);
  await as("Alan", "integration", "design", id, "--file", designFile());
  await as("Alan", "integration", "move", id, "submit-design");
  const approve = ["integration", "move", id, "approve-design", "--reason", "It is good."];
  expect(await refused("Alan", ...approve)).toContain("LIFECYCLE-REFUSED");
  const asReviewer = ["--by", "Grace", "--role", "reviewer", "--of", "programme"];
  expect(await refused("Alan", ...approve, ...asReviewer)).toContain("ACTOR-OTHER");
});

test("another partner's integration is answered like one that is not there", async () => {
  const id = ids.get("integration") ?? "";
  const none = "0190a000-0000-7000-8000-00000000dead";
  const token = tokens.get("Bob") ?? "";
  const asked = await Promise.all(
    [id, none].map(async (one) => {
      const { status, text } = await world.call(token, `/integrations/${one}`);
      return { status, text: text.replaceAll(one, "<id>") };
    }),
  );
  expect(asked[0]).toEqual(asked[1]);
  expect(asked[0]?.status).toBe(404);
  expect(JSON.parse((await world.call(token, "/integrations")).text)).toEqual({ integrations: [] });
  expect(await refused("Bob", "integration", "show", id)).toContain("INTEGRATION-NOT-FOUND");
  // The name is taken by nobody that Bob could know of.
  const own = ["integration", "register", "Acme tests", "--framework", "prime-assessment"];
  expect(await as("Bob", ...own)).not.toContain(id);
});

test("a reviewer decides in its own name, and what the operator did for others says so", async () => {
  const id = ids.get("integration") ?? "";
  const approve = ["integration", "move", id, "approve-design", "--reason", "It is good."];
  expect(await as("Grace", ...approve)).toContain("version 1: building");
  const withdraw = ["integration", "move", id, "withdraw", "--reason", "Asked by telephone."];
  expect(await refused("operator", ...withdraw)).toContain("ACTOR-MISSING");
  await as("operator", ...withdraw, "--by", "Ada", "--role", "partner-admin", "--of", "Acme");
  const { text } = await world.call(tokens.get("Ada") ?? "", `/integrations/${id}/history`);
  const { history } = JSON.parse(text) as { history: readonly { event: string; actor: object }[] };
  expect(history.map(({ event, actor }) => [event, actor])).toMatchObject([
    ["save-design", { name: "Alan", role: "partner-developer", organisation: "Acme" }],
    ["submit-design", { name: "Alan" }],
    ["approve-design", { name: "Grace", role: "reviewer", organisation: "programme" }],
    ["freeze-requirements", { name: "Grace" }],
    ["open-sandbox", { name: "Grace" }],
    ["withdraw", { name: "Ada", by: "operator" }],
  ]);
  expect(history[2]?.actor).not.toHaveProperty("by");
});

test("a customer's developer takes the customer-specific path with an account of its own", async () => {
  proves("REQ-02", { door: "command-line" });
  await as("Grace", "integration", "record-customer", "Initech");
  const registered = await as(
    "Milton",
    ...["integration", "register", "Payroll", "--framework", "prime-assessment"],
    ...["--path", "customer-specific", "--customer", "Initech"],
  );
  const [, id = ""] = /^Integration (\S+):/u.exec(registered) ?? [];
  await as("Milton", "integration", "design", id, "--file", designFile());
  await as("Milton", "integration", "move", id, "submit-design");
  expect(await refused("Alan", "integration", "show", id)).toContain("INTEGRATION-NOT-FOUND");
  expect(
    await as("Grace", "integration", "move", id, "approve-design", "--reason", "It is good."),
  ).toContain("version 1: live");
});

test("a token that was revoked opens nothing any more", async () => {
  const token = tokens.get("Alan") ?? "";
  expect((await world.call(token, "/me")).status).toBe(200);
  await as("Ada", "token", "revoke", ids.get("token of Alan") ?? "");
  const { status, text } = await world.call(token, "/me");
  expect(status).toBe(401);
  expect(text).toContain("ACCESS-TOKEN-REVOKED");
  expect(await refused("Alan", "integration", "show", ids.get("integration") ?? "")).toContain(
    "ACCESS-TOKEN-REVOKED",
  );
  expect(await as("Ada", "token", "list")).not.toContain(token);
});
