import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import {
  createPlatformClient,
  type Credential,
  type Declaration,
  type PartnerSetup,
  type PlatformClient,
  type Region,
  type RunReport,
  type Sandbox,
} from "@slipway/platform-client";

import { reportOf } from "../harness/validation.world.ts";
import { startPlatform, type RunningPlatform } from "../starting/platform-process.ts";
import {
  declarationOfProgram,
  startPythonPartner,
  type PythonFault,
} from "./python-partner.process.ts";

/** What a validation of the Python partner came to. */
export interface PythonValidation {
  readonly report: RunReport;
  /** With which the program ended when it was asked to. */
  readonly exitCode: number | null;
}

/** Runs the whole pack of a platform process of its own against the program; everything has ended afterwards. */
export async function validatePythonPartner(fault?: PythonFault): Promise<PythonValidation> {
  const declaration = declarationOfProgram();
  const folder = await mkdtemp(join(tmpdir(), "slipway-python-"));
  const platform = await startPlatform({ data: join(folder, "data"), env: clockOf(fault) });
  try {
    const partner = await startPythonPartner(join(folder, "partner.json"), fault);
    const client = await clientOf(platform, folder);
    const { credentials, ...sandbox } = await makeSandbox(client);
    await partner.configure(configurationOf(sandbox, credentials));
    await client.savePartnerSetup(sandbox.id, setupOf(sandbox, partner.endpoint, declaration));
    const run = await client.startRun(sandbox.id);
    if (fault === "never-delivers") {
      await onlyResultsMissing(client, run.id);
      platform.child.kill("SIGUSR2");
    }
    return { report: await reportOf(client, run.id), exitCode: await partner.stop() };
  } finally {
    await platform.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The environment of a platform that has to wait for what never comes: its clock can be made to jump. */
function clockOf(fault: PythonFault | undefined): Readonly<Record<string, string>> {
  if (fault !== "never-delivers") return {};
  return { NODE_OPTIONS: `--import=${new URL("jumping-clock.ts", import.meta.url).href}` };
}

async function clientOf(platform: RunningPlatform, folder: string): Promise<PlatformClient> {
  const token = await readFile(join(folder, "data", "admin-token"), "utf8");
  return createPlatformClient({ baseUrl: platform.address, token: token.trim() });
}

async function makeSandbox(
  client: PlatformClient,
): Promise<Sandbox & { readonly credentials: Readonly<Record<Region, Credential>> }> {
  const integration = await client.registerIntegration({
    name: "Python",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  return client.createSandbox(integration.id);
}

const scenariosWithRow = [
  "api.quota-used-up",
  "api.unavailable",
  "cancel.open-order",
  "orders.second-round",
  "uc1.end-to-end",
  "uc2.late-repeat",
];

/** Until the run waits for nothing but the rows of the scenarios that look for one, in both regions, and stays so. */
async function onlyResultsMissing(client: PlatformClient, runId: string): Promise<void> {
  const wanted = scenariosWithRow.flatMap((scenario) => [`${scenario} a`, `${scenario} b`]);
  let calmPolls = 0;
  while (calmPolls < 10) {
    await sleep(200);
    const { steps, waitingFor } = await client.loadRun(runId);
    const waiting = waitingFor.map(({ scenario, region }) => `${scenario} ${region}`).toSorted();
    const isCalm = waiting.join() === wanted.join() && steps.done + wanted.length === steps.total;
    calmPolls = isCalm ? calmPolls + 1 : 0;
  }
}

const platformLogin: Readonly<Record<Region, { username: string; password: string }>> = {
  a: { username: "platform-a", password: "first secret: of the journey" },
  b: { username: "platform-b", password: "zweites Geheimnis für b" },
};

const packagesOf = {
  a: [
    { packageId: "py-1", name: "Reading", description: "10 minutes", active: true },
    { packageId: "py-2", name: "Retired", active: false },
  ],
  b: [{ packageId: "py-x", name: "Lesen und Verstehen", active: true }],
} as const;

function configurationOf(
  sandbox: Sandbox,
  credentials: Readonly<Record<Region, Credential>>,
): object {
  const entryOf = (region: Region): readonly [string, object] => {
    const { username, password } = credentials[region];
    const packages = packagesOf[region];
    return [
      sandbox.tenants[region].customerId,
      { ats: { username, password }, platform: platformLogin[region], packages },
    ];
  };
  // What the guide recommends: long enough that a repetition meets an open order.
  return { testCompletionMs: 3000, customers: Object.fromEntries([entryOf("a"), entryOf("b")]) };
}

function setupOf(sandbox: Sandbox, endpoint: string, declaration: Declaration): PartnerSetup {
  const connectionOf = (region: Region): PartnerSetup["connections"][Region] => ({
    endpoint,
    authentication: { method: "basic", ...platformLogin[region] },
    enablement: {
      customerId: sandbox.tenants[region].customerId,
      authenticationMethod: "basic",
      ipAddresses: [],
      packageIds: packagesOf[region].map(({ packageId }) => packageId),
      optionalFeatures: ["cancel"],
    },
  });
  return { connections: { a: connectionOf("a"), b: connectionOf("b") }, declaration };
}
