import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { createPlatformClient, type PlatformClient, type Sandbox } from "@slipway/platform-client";

import { followRun } from "./follow-run.ts";
import { startPartner } from "./partner-process.ts";
import { people } from "./people.ts";
import { integrationName, partnerSetup, prepareSandbox, registerDemo } from "./prepare-sandbox.ts";
import { printReport } from "./print-report.ts";
import { tellDecision } from "./tell-decision.ts";
import { tellDesign } from "./tell-design.ts";
import { tellListing } from "./tell-listing.ts";
import { tellYear } from "./tell-year.ts";
import { writeReports } from "./write-reports.ts";

// The main job as a program: register, get a sandbox, be called and judged, read the report. It knows the platform's address
// and a token, and nothing else; it runs against any running server:
//   node examples/prime-demo/src/main.ts --platform http://127.0.0.1:8700 --token-file .slipway/admin-token --folder .slipway/demo
const { values: flags } = parseArgs({
  options: {
    platform: { type: "string" },
    "token-file": { type: "string" },
    folder: { type: "string" },
    /** Ends when the report is written, instead of keeping the partner running. */
    once: { type: "boolean", default: false },
    /** Runs again although an earlier start has a report. */
    again: { type: "boolean", default: false },
  },
});

// Exiting takes the partner along; being ended by a signal would not.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));

const folder = required("folder");
const client = createPlatformClient({
  baseUrl: required("platform"),
  token: (await readFile(required("token-file"), "utf8")).trim(),
});
const configFile = join(folder, "partner.json");

const integration = await registerDemo(client);
const integrationId = integration.id;
const isNew = await tellDesign(client, integrationId, say);
const prepared = await prepareSandbox(client, integration, configFile);
const { sandbox } = prepared;
say(`${isNew ? "Registered" : "Found"} ${integrationName}: sandbox ${sandbox.id}`);
for (const region of ["a", "b"] as const) {
  const { customerId, publicBase, timeZone } = sandbox.tenants[region];
  say(
    `  tenant ${region}: customer ${customerId} at ${publicBase}/customers/${customerId}, ${timeZone}`,
  );
}
const partner = await startPartner(configFile, join(folder, "partner-orders.jsonl"));
say(`The example partner listens at ${partner.endpoint}`);
await client.savePartnerSetup(sandbox.id, partnerSetup(prepared, partner.endpoint));

const runId = await latestRun(client, sandbox);
const report = await client.loadReport(runId);
for (const line of printReport(report)) say(line);
for (const file of await writeReports(client, report, join(folder, "reports"))) say(`  ${file}`);

await tellDecision(
  client,
  { integrationId, version: 1, runId, platform: required("platform") },
  say,
);
await tellListing(client, integrationId, say);
await tellYear(client, { integrationId, callAts, revalidate }, say);

if (flags.once) await partner.stop();
else say("The platform and the partner go on serving. Press Ctrl-C to end.");

/** What the ATS answers to the partner's own credentials. */
async function callAts(): Promise<number> {
  const { publicBase, customerId } = sandbox.tenants.a;
  const login = prepared.customers.customers[customerId]?.ats;
  const basic = Buffer.from(`${login?.username}:${login?.password}`).toString("base64");
  const answer = await fetch(`${publicBase}/customers/${customerId}`, {
    headers: { authorization: `Basic ${basic}` },
  });
  await answer.body?.cancel();
  return answer.status;
}

/** The design stays as it is; what is new is proved by a run of its own. */
async function revalidate(version: number): Promise<void> {
  const { partner: admin, reviewer } = people;
  const reason = "The same fields, read and written as before.";
  await client.moveVersion(integrationId, version, {
    event: "submit-design",
    actor: admin,
    reason,
  });
  await client.moveVersion(integrationId, version, {
    event: "approve-design",
    actor: reviewer,
    reason,
  });
  const run = await client.startRun(sandbox.id);
  const { id } = await followRun(client, run.id, say);
  await tellDecision(
    client,
    { integrationId, version, runId: id, platform: required("platform") },
    say,
  );
}

/** The run to show: that of an earlier start, or a new one followed to its end. */
async function latestRun(platform: PlatformClient, { id }: Sandbox): Promise<string> {
  const [latest] = await platform.listRuns(id);
  if (latest?.state === "finished" && !flags.again) {
    say(`Found run ${latest.id}, finished ${latest.endedAt ?? ""}`);
    return latest.id;
  }
  if (latest !== undefined && (latest.state === "driving" || latest.state === "judging")) {
    say(`Run ${latest.id} goes on`);
    return (await followRun(platform, latest.id, say)).id;
  }
  const preflight = await platform.preflight(id);
  say("Preflight");
  for (const { region, title, outcome } of preflight.items) {
    const found = "found" in outcome ? outcome.found : outcome.why;
    say(`  ${outcome.kind.padEnd(14)} tenant ${region}  ${title}: ${found}`);
  }
  const run = await platform.startRun(id);
  say(`Run ${run.id} under pack ${run.packVersion}`);
  return (await followRun(platform, run.id, say)).id;
}

function required(name: "platform" | "token-file" | "folder"): string {
  const value = flags[name];
  if (value === undefined) throw new Error(`Expected --${name}, found nothing`);
  return value;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
