import { readFile } from "node:fs/promises";

import { memoryEnvironment, memoryFlags } from "@slipway/foundation";
import { createPlatformClient, type PlatformClient, type Region } from "@slipway/platform-client";

import { startProgram, type Program } from "../processes/start-program.ts";

/** The platform as `npm start` runs it, with one sandbox in it. */
export interface MeasuredPlatform {
  readonly program: Program<PlatformReady>;
  readonly client: PlatformClient;
  readonly sandboxId: string;
  readonly tenants: Readonly<Record<Region, MeasuredTenant>>;
}

export interface MeasuredTenant {
  readonly customerId: string;
  /** Of its region's listener. */
  readonly base: string;
  /** Of an `Authorization` header. */
  readonly authorization: string;
  readonly password: string;
}

interface PlatformReady {
  readonly addresses: Readonly<Record<"platform" | "sandboxA" | "sandboxB", string>>;
  readonly adminTokenFile: string;
}

interface PlatformParts {
  /** Its data folder. */
  readonly data: string;
  readonly databaseUrl: string;
  /** What has to be ended, in the order in which it was started. */
  readonly opened: (() => Promise<void>)[];
}

export async function openPlatform(parts: PlatformParts): Promise<MeasuredPlatform> {
  const program = await startProgram<PlatformReady>("the platform", platformProgram, {
    nodeFlags: memoryFlags,
    env: {
      ...memoryEnvironment,
      DATABASE_URL: parts.databaseUrl,
      SLIPWAY_DATA: parts.data,
      SLIPWAY_PORT: "0",
      SLIPWAY_SANDBOX_PORT_A: "0",
      SLIPWAY_SANDBOX_PORT_B: "0",
    },
  });
  parts.opened.push(program.stop);
  const { addresses, adminTokenFile } = program.ready;
  const client = createPlatformClient({
    baseUrl: addresses.platform,
    token: (await readFile(adminTokenFile, "utf8")).trim(),
  });
  const integration = await client.registerIntegration({
    name: "Bench",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  const { credentials, id, tenants } = await client.createSandbox(integration.id, 1);
  const tenantOf = (region: Region): MeasuredTenant => {
    const { username, password } = credentials[region];
    return {
      customerId: tenants[region].customerId,
      base: region === "a" ? addresses.sandboxA : addresses.sandboxB,
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      password,
    };
  };
  return { program, client, sandboxId: id, tenants: { a: tenantOf("a"), b: tenantOf("b") } };
}

const platformProgram = new URL("../../../apps/platform/src/main.ts", import.meta.url);
