import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test, vi } from "vitest";

import type { Credential, PartnerSetup, Sandbox } from "@slipway/platform-client";

import { createCommandWorld, type CommandWorld } from "../command-line/command-line.world.ts";
import { proves } from "../harness/proves.ts";
import {
  authenticationOf,
  packagesOf,
  platformLogin,
  reportOf,
  setupOf,
} from "../harness/validation.world.ts";
import { design, listing } from "./acme.ts";
import { openMarketplaceWorld, type MarketplaceWorld } from "./marketplace.world.ts";

// Each command is a process of its own, and there are many in a test.
vi.setConfig({ testTimeout: 240_000 });

let world: MarketplaceWorld;
let commands: CommandWorld;
let integration = "";
let sandbox: Sandbox;
let setup: PartnerSetup;

beforeAll(async () => {
  [world, commands] = await Promise.all([openMarketplaceWorld(), createCommandWorld()]);
});
afterAll(async () => {
  await commands?.close();
  await world?.close();
});

const partner = ["--by", "Ada", "--role", "partner-admin", "--of", "Acme"];
const reviewer = ["--by", "Grace", "--role", "reviewer", "--of", "programme"];
const owner = ["--by", "Edith", "--role", "programme-owner", "--of", "programme"];
const because = ["--reason", "As the guide says."];

/** The command's output; it has to succeed. */
async function slipway(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await commands.slipway(...args, "--data", world.data);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

/** What it says when it is refused. */
async function refused(...args: readonly string[]): Promise<string> {
  const { exitCode, stderr } = await commands.slipway(...args, "--data", world.data);
  expect(exitCode).not.toBe(0);
  return stderr;
}

async function saved(name: string, content: object): Promise<string> {
  const file = join(commands.folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

interface Shown {
  readonly listings: readonly Readonly<Record<string, unknown>>[];
}

async function marketplace(): Promise<Shown["listings"]> {
  const { body } = await world.askOpenly("/marketplace.json");
  return (JSON.parse(body) as Shown).listings;
}

test("without an approved design there is no sandbox, and the refusal says what to do", async () => {
  proves("REQ-07", { door: "command-line" });
  const registered = await slipway(
    ...["integration", "register", "Acme", "--framework", "prime-assessment", "--of", "Acme"],
  );
  [, integration = ""] = /^Integration (\S+):/u.exec(registered) ?? [];
  await expect(world.client.createSandbox(integration)).rejects.toMatchObject({
    status: 409,
    code: "SANDBOX-BEFORE-APPROVAL",
    message: expect.stringContaining(`slipway integration move ${integration} submit-design`),
  });
});

test("the approval freezes what has to be proved, makes the sandbox, and asks for the partner's endpoint", async () => {
  for (const duty of ["REQ-07", "REQ-08"] as const) proves(duty, { door: "command-line" });
  const move = (event: string, ...more: readonly string[]) =>
    slipway("integration", "move", integration, event, ...more);
  const file = await saved("design.json", design);
  await slipway("integration", "design", integration, "--file", file, ...partner);
  await move("submit-design", ...partner);
  const approved = await move("approve-design", ...reviewer, ...because);
  expect(approved).toMatch(/to prove: \d+ requirements of prime-assessment 2026\.2/u);
  expect(approved).toContain(
    "left out: PA-PKG-2, A package that was added appears with the next sync (the design is without add-test-package)",
  );
  expect(approved).not.toContain("left out: PA-CAN-1");
  expect(approved).toContain("missing: credentials of tenant a");
  expect(approved).toContain("missing: endpoint and authentication of the partner");
  const [, id = ""] = /^sandbox: (\S+)$/mu.exec(approved) ?? [];
  sandbox = await world.client.loadSandbox(id);
  await expect(world.client.createSandbox(integration)).rejects.toMatchObject({
    code: "SANDBOX-EXISTS",
  });
  const frozen = JSON.parse(
    await slipway("integration", "show", integration, "--format", "json"),
  ) as { readonly versions: readonly { readonly requirements: { readonly pack: object } }[] };
  expect(frozen.versions[0]?.requirements).toMatchObject({
    framework: "prime-assessment",
    connectorType: "prime",
    pack: { version: "2026.2", hash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
  });
});

test("endpoint and authentication are asked for until they are preflighted, and their changes stay on record", async () => {
  proves("REQ-08", { door: "http" });
  const { client } = world;
  // The first who validates is handed the credentials; what was typed wrongly here is put right below.
  const credentialsFile = join(commands.folder, "credentials.json");
  const wrongEndpoint = "http://127.0.0.1:9/prime";
  const validated = await commands.slipway(
    ...["validate", "--framework", "prime-assessment", "--name", "Acme", "--data", world.data],
    ...["--endpoint", wrongEndpoint, "--auth", "basic:slipway"],
    ...["--password-file", commands.passwordFile, "--credentials-file", credentialsFile],
    ...["--partner-config", commands.partnerConfig],
  );
  expect(validated.exitCode).not.toBe(0);
  const { customers } = JSON.parse(await readFile(credentialsFile, "utf8")) as {
    readonly customers: Readonly<Record<string, { readonly ats: Credential }>>;
  };
  for (const region of ["a", "b"] as const) {
    const { customerId } = sandbox.tenants[region];
    const ats = customers[customerId]?.ats;
    if (ats === undefined) throw new Error(`Expected credentials of ${customerId}, found none`);
    world.partner.configureCustomer(customerId, {
      ats,
      platform: authenticationOf(region, "basic", world.partner.endpoint),
      packages: packagesOf[region],
    });
  }
  setup = setupOf(sandbox, world.partner.endpoint);
  const ada = { name: "Ada", role: "partner-admin", organisation: "Acme" } as const;
  const { connections } = setup;
  const missing = async () => (await client.loadLifecycle(integration)).sandbox?.missing;
  expect(await missing()).toEqual([expect.stringMatching(/that of .* was red/u)]);
  await client.savePartnerSetup(sandbox.id, { ...setup, actor: ada });
  expect(await missing()).toEqual([expect.stringContaining("none since the setup was saved")]);
  expect((await client.preflight(sandbox.id)).green).toBe(true);
  expect(await missing()).toEqual([]);
  // The same again changes nothing, and a new preflight is asked.
  await client.savePartnerSetup(sandbox.id, { ...setup, actor: ada });
  expect(await missing()).toHaveLength(1);
  const entries = (await client.listHistory(integration)).filter(
    ({ event }) => event === "save-partner-setup",
  );
  expect(entries).toHaveLength(2);
  expect(entries[1]).toMatchObject({
    actor: ada,
    before: { a: { endpoint: wrongEndpoint } },
    after: {
      a: { endpoint: connections.a.endpoint, scheme: "basic", username: platformLogin.a.username },
      newSecrets: ["a", "b"],
    },
  });
  expect(JSON.stringify(entries)).not.toContain(platformLogin.a.password);
});

test("nothing is listed before its validation is approved", async () => {
  proves("REQ-12", { door: "command-line" });
  const file = await saved("listing.json", { ...listing, tagline: "" });
  expect(await refused("listing", "publish", integration, ...partner)).toContain(
    "LISTING-NOT-FOUND",
  );
  await slipway("listing", "draft", integration, "--file", file, ...partner);
  const said = await refused("listing", "publish", integration, ...partner);
  expect(said).toContain("(found: without the tagline)");
  expect(said).toContain("none: no validation was approved; run it, submit it");
  expect(await marketplace()).toEqual([]);
  expect((await world.askOpenly("/marketplace")).body).toContain("Nothing is listed yet.");
});

test("a validated integration is listed with its designation, for anybody", async () => {
  for (const duty of ["REQ-12", "REQ-25"] as const) proves(duty, { door: "command-line" });
  const run = await world.client.startRun(sandbox.id);
  const { runId } = await reportOf(world.client, run.id);
  const move = (event: string, ...more: readonly string[]) =>
    slipway("integration", "move", integration, event, ...more);
  await move("submit-validation", ...partner, "--run", runId, "--confirmed-by", "Ada");
  await move("approve-validation", ...reviewer, ...because);
  expect(await refused("listing", "publish", integration, ...partner)).toContain(
    "version 1 was validated, and waits to be designated",
  );
  await move("designate", ...reviewer, ...because);
  const boastful = await saved("boast.json", { ...listing, optionalFeatures: ["cancel", "video"] });
  await slipway("listing", "draft", integration, "--file", boastful, ...partner);
  expect(await refused("listing", "publish", integration, ...partner)).toContain(
    "(found: video besides)",
  );
  const file = await saved("listing.json", listing);
  await slipway("listing", "draft", integration, "--file", file, ...partner);
  expect(await slipway("listing", "publish", integration, ...partner)).toContain("published");
  expect(await marketplace()).toEqual([
    expect.objectContaining({
      ...listing,
      integrationId: integration,
      designationInForce: "prime",
      isAvailable: true,
      verification: `/verify/${integration}`,
    }),
  ]);
  expect(await slipway("listing", "list")).toMatch(/1 +Acme Tests +prime/u);
  const page = await world.askOpenly("/marketplace", "text/html");
  expect(page).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
  expect(page.body).toContain(`href="/verify/${integration}"`);
  expect(page.body).toContain("&lt;b&gt;taken&lt;/b&gt;");
  expect((await world.askOpenly("/marketplace", "application/json")).type).toContain(
    "application/json",
  );
  expect((await world.askOpenly(`/verify/${integration}`)).status).toBe(200);
});

test("the next version in design does not take the listing away", async () => {
  await slipway("integration", "new-version", integration, ...partner, ...because);
  expect(await marketplace()).toHaveLength(1);
});

/** Recruiting workflows of tenant a that nobody moved yet, and a status for each, other than it has. */
const candidates: { readonly workflowId: number; readonly status: string }[] = [];

async function moveSomebody() {
  const one = candidates.shift();
  if (one === undefined) throw new Error("Expected another workflow, found none left.");
  const { customerId } = sandbox.tenants.a;
  const moved = await world.client.moveCandidate(customerId, one.workflowId, one.status);
  return { ...moved, ...one, customerId };
}

test("while it is suspended nothing is sent, the recruiter reads why, and the list keeps what was raised", async () => {
  proves("REQ-31", { door: "http" });
  candidates.push(...(await findCandidates()));
  await slipway("integration", "move", integration, "suspend", ...owner, ...because);
  const before = world.partner.journal().length;
  const moved = await moveSomebody();
  const { customerId } = moved;
  const held = { tone: "error", text: expect.stringMatching(/^Integration suspended: nothing/u) };
  expect(moved.recruiterView).toEqual(held);
  const order = await world.client.orderAssessment(customerId, {
    workflowId: moved.workflowId,
    packageId: "pk-a-1",
  });
  expect(order.delivery).toEqual({ state: "not-sent", recruiterView: held });
  const delivery = await world.client.loadDelivery(customerId, moved.deliveryId ?? "");
  expect(delivery).toMatchObject({
    state: "finished",
    outcome: { kind: "not-sent", code: "INTEGRATION-SUSPENDED" },
    recruiterView: held,
  });
  expect(await world.client.listUnsentEvents(integration)).toMatchObject([
    {
      id: moved.deliveryId,
      eventType: "WorkFlowStatusChangeEvent",
      why: "integration suspended",
      references: { workflowId: moved.workflowId },
    },
    { kind: "order", references: { orderId: order.id } },
  ]);
  expect(await slipway("integration", "unsent", integration)).toContain("integration suspended");
  expect(world.partner.journal()).toHaveLength(before);
  expect(await world.client.listExchanges(customerId, { workflow: moved.workflowId })).toEqual([]);
  expect(await marketplace()).toMatchObject([
    { isAvailable: false, designationInForce: null, standing: { kind: "suspended" } },
  ]);
  expect((await world.askOpenly("/marketplace")).body).toContain("Not available");
  expect(await refused("listing", "publish", integration, ...partner)).toContain(
    "an integration that is suspended",
  );
});

test("after the reinstatement new events go out, and what was raised before does not", async () => {
  const unsent = await world.client.listUnsentEvents(integration);
  await slipway("integration", "move", integration, "reinstate", ...owner, ...because);
  const moved = await moveSomebody();
  expect(moved.recruiterView).toBeUndefined();
  const { customerId } = moved;
  await expect
    .poll(async () => (await world.client.loadDelivery(customerId, moved.deliveryId ?? "")).state)
    .toBe("finished");
  const delivery = await world.client.loadDelivery(customerId, moved.deliveryId ?? "");
  expect(delivery.outcome).toMatchObject({ kind: "answered", status: 200 });
  expect(await world.client.listUnsentEvents(integration)).toEqual(unsent);
  for (const { id } of unsent)
    expect((await world.client.loadDelivery(customerId, id)).outcome?.kind).toBe("not-sent");
  expect(await marketplace()).toMatchObject([{ isAvailable: true, designationInForce: "prime" }]);
});

test("the programme takes a listing down and puts it up again, with a reason", async () => {
  proves("REQ-31", { door: "command-line" });
  expect(await refused("listing", "take-down", integration, ...reviewer)).toContain(
    "a reason is given (found: none)",
  );
  await slipway("listing", "take-down", integration, ...reviewer, ...because);
  expect(await marketplace()).toEqual([]);
  expect(await refused("listing", "publish", integration, ...partner)).toContain("put-up");
  await slipway("listing", "put-up", integration, ...reviewer, ...because);
  expect(await marketplace()).toHaveLength(1);
});

test("what is removed leaves the marketplace, and all of it stays on record", async () => {
  await slipway("integration", "move", integration, "remove", ...owner, ...because);
  expect(await marketplace()).toEqual([]);
  expect(await slipway("listing", "show", integration)).toContain("removed");
  expect(await refused("listing", "publish", integration, ...partner)).toContain(
    "Nothing can happen to the listing",
  );
  const moved = await moveSomebody();
  expect(moved.recruiterView?.text).toMatch(/^Integration removed: nothing was sent/u);
  const history = await slipway("integration", "history", integration);
  for (const event of ["freeze-requirements", "open-sandbox", "save-partner-setup"])
    expect(history).toContain(event);
  for (const event of ["save-draft", "publish", "take-down", "put-up", "remove"])
    expect(history).toContain(`listing-${event}`);
  expect(await slipway("integration", "verify-history")).toContain("as it was written");
});

test("the customer-specific path gets neither sandbox nor listing", async () => {
  for (const duty of ["REQ-01", "REQ-42"] as const) proves(duty, { door: "command-line" });
  await slipway("integration", "record-customer", "Initech");
  const registered = await slipway(
    ...["integration", "register", "Initech tests", "--framework", "prime-assessment"],
    ...["--of", "Initech", "--path", "customer-specific", "--customer", "Initech"],
  );
  const [, id = ""] = /^Integration (\S+):/u.exec(registered) ?? [];
  const developer = ["--by", "Milton", "--role", "customer-developer", "--of", "Initech"];
  const file = await saved("tests.json", design);
  await slipway("integration", "design", id, "--file", file, ...developer);
  await slipway("integration", "move", id, "submit-design", ...developer);
  const approved = await slipway(
    "integration",
    "move",
    id,
    "approve-design",
    ...reviewer,
    ...because,
  );
  expect(approved).toContain("version 1: live");
  expect(approved).not.toContain("sandbox:");
  await expect(world.client.createSandbox(id)).rejects.toMatchObject({
    code: "PATH-WITHOUT-SANDBOX",
  });
  const listed = await saved("initech.json", listing);
  expect(await refused("listing", "draft", id, "--file", listed, ...developer)).toContain(
    "has neither sandbox nor listing",
  );
});

/** As an integration finds workflows, while its calls are answered, and as a recruiter is told of statuses. */
async function findCandidates(): Promise<typeof candidates> {
  const { publicBase, customerId } = sandbox.tenants.a;
  const { username, password } = await world.client.issueCredential(sandbox.id, "a", {
    kind: "basic",
  });
  const query = { filters: [{ name: "applicantworkflow.id", value: ["1"], operator: ">=" }] };
  const answer = await fetch(
    `${publicBase}/customers/${customerId}/search/applicantworkflows?searchJson=${encodeURIComponent(JSON.stringify(query))}`,
    {
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      },
    },
  );
  const { searchResults } = (await answer.json()) as {
    readonly searchResults: readonly { readonly id: number }[];
  };
  const workflows = searchResults.map(({ id }) => id).slice(0, 3);
  return Promise.all(
    workflows.map(async (workflowId) => {
      const refusal: unknown = await world.client
        .moveCandidate(customerId, workflowId, "none")
        .catch((error: unknown) => error);
      const [first = "", second = ""] = String(refusal).match(/[CD]\d+/gu) ?? [];
      // Whatever its status was, it is the first now.
      await world.client.moveCandidate(customerId, workflowId, first);
      return { workflowId, status: second };
    }),
  );
}
