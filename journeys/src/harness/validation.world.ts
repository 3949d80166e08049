import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import {
  manifest,
  startPrimePartner,
  type PartnerOptions,
  type PrimePartner,
} from "@slipway/example-prime-partner";
import {
  createPlatformClient,
  type Credential,
  type PartnerAuthentication,
  type PartnerSetup,
  type PlatformClient,
  type Region,
  type RunReport,
  type Sandbox,
} from "@slipway/platform-client";

import { startPlatform, type RunningPlatform } from "../starting/platform-process.ts";

/** A real platform process, the example partner beside it, and a sandbox in which they know each other. */
export interface ValidationWorld {
  readonly client: PlatformClient;
  readonly sandbox: Sandbox;
  readonly partner: PrimePartner;
  /** What the partner calls the ATS with. */
  readonly credentials: Readonly<Record<Region, Credential>>;
  readonly data: string;
  readonly setup: PartnerSetup;
  /** The platform that runs now. */
  readonly platform: () => RunningPlatform;
  /** SIGKILL, if it has not ended yet, then a new start on the same folder and ports. */
  readonly killAndRestart: () => Promise<void>;
  /** Starts a run, follows it to its end and gives its report. */
  readonly validate: () => Promise<RunReport>;
  readonly close: () => Promise<void>;
}

export interface ValidationOptions {
  readonly partner?: PartnerOptions;
  readonly env?: Readonly<Record<string, string>>;
  /** How the platform proves itself to the partner. Default: by password. */
  readonly method?: PartnerAuthentication["method"];
}

export async function openValidationWorld(
  options: ValidationOptions = {},
): Promise<ValidationWorld> {
  const data = await mkdtemp(join(tmpdir(), "slipway-journey-"));
  const env = { ...(await fixedPorts()), ...options.env };
  let platform = await startPlatform({ data, env });
  const client = createPlatformClient({
    baseUrl: platform.address,
    token: (await readFile(join(data, "admin-token"), "utf8")).trim(),
  });
  const partner = await startPrimePartner({ testCompletionMs: 2000, ...options.partner });
  const integration = await client.registerIntegration({
    name: "Journey",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  const { credentials, ...sandbox } = await client.createSandbox(integration.id);
  for (const region of ["a", "b"] as const) {
    partner.configureCustomer(sandbox.tenants[region].customerId, {
      ats: credentials[region],
      platform: authenticationOf(region, options.method, partner.endpoint),
      packages: packagesOf[region],
    });
  }
  const setup = setupOf(sandbox, partner.endpoint, options.method);
  await client.savePartnerSetup(sandbox.id, setup);
  return {
    client,
    sandbox,
    partner,
    credentials,
    data,
    setup,
    platform: () => platform,
    killAndRestart: async () => {
      const { child } = platform;
      child.kill("SIGKILL");
      if (child.signalCode === null && child.exitCode === null) await once(child, "exit");
      platform = await startPlatform({ data, env });
    },
    validate: async () => {
      const run = await client.startRun(sandbox.id);
      return reportOf(client, run.id);
    },
    close: async () => {
      await platform.stop();
      await partner.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Follows a run to its end and gives its report; a platform that is away for a moment is waited for. */
export async function reportOf(
  client: PlatformClient,
  runId: string,
  lookEveryMs = 100,
): Promise<RunReport> {
  for (;;) {
    const state = await client.loadRun(runId).then(
      (run) => run.state,
      () => "away",
    );
    if (state === "finished" || state === "cancelled") return client.loadReport(runId);
    await sleep(lookEveryMs);
  }
}

/** What the platform calls the partner with. */
export const platformLogin: Readonly<Record<Region, { username: string; password: string }>> = {
  a: { username: "platform-a", password: "first secret of the journey" },
  b: { username: "platform-b", password: "second secret of the journey" },
};

/** What the partner offers to each tenant. */
export const packagesOf = {
  a: [{ packageId: "pk-a-1", name: "Numbers", active: true }],
  b: [{ packageId: "pk-b-7", name: "Zahlen", active: true }],
} as const;

type Complete<Authentication> = Authentication extends unknown
  ? Required<Omit<Authentication, "audience" | "scope">>
  : never;

/** What the platform calls the partner with; the partner is configured with the same. */
export function authenticationOf(
  region: Region,
  method: PartnerAuthentication["method"] = "basic",
  endpoint: string,
): Complete<PartnerAuthentication> {
  const { username, password } = platformLogin[region];
  if (method === "basic") return { method, username, password };
  if (method === "hmac") return { method, username, sharedKey: password };
  const tokenAddress = `${endpoint}/oauth/token`;
  return { method, tokenAddress, clientId: username, clientSecret: password };
}

/** Where the platform calls a partner for both tenants, and what the partner declares. */
export function setupOf(
  sandbox: Sandbox,
  endpoint: string,
  method: PartnerAuthentication["method"] = "basic",
): PartnerSetup {
  const connectionOf = (region: Region): PartnerSetup["connections"][Region] => ({
    endpoint,
    authentication: authenticationOf(region, method, endpoint),
    enablement: {
      customerId: sandbox.tenants[region].customerId,
      authenticationMethod: method,
      ipAddresses: [],
      packageIds: packagesOf[region].map(({ packageId }) => packageId),
      optionalFeatures: ["cancel"],
    },
  });
  return {
    connections: { a: connectionOf("a"), b: connectionOf("b") },
    declaration: { completesTestOrders: true, supportsCancel: true, manifest, wordings: {} },
  };
}

/** A platform that is started again has to answer where it did before. */
async function fixedPorts(): Promise<Readonly<Record<string, string>>> {
  const servers = await Promise.all(
    [0, 1, 2].map(async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  // A listening server of this kind has an address with a port.
  const ports = servers.map((server) => String((server.address() as AddressInfo).port));
  for (const server of servers) server.close();
  return {
    SLIPWAY_PORT: ports[0] ?? "",
    SLIPWAY_SANDBOX_PORT_A: ports[1] ?? "",
    SLIPWAY_SANDBOX_PORT_B: ports[2] ?? "",
  };
}
