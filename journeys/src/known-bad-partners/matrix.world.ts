import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { manifest, startPrimePartner, type PartnerOptions } from "@slipway/example-prime-partner";
import {
  createPlatformClient,
  type Credential,
  type PartnerSetup,
  type PlatformClient,
  type Region,
  type RunReport,
  type Sandbox,
} from "@slipway/platform-client";

import { platformLogin, reportOf } from "../harness/validation.world.ts";
import { startPlatform } from "../starting/platform-process.ts";

/** One platform process, before which partner after partner is validated, several side by side. */
export interface MatrixWorld {
  /** Starts the partner with a sandbox of its own, takes it through the whole pack and ends it. */
  readonly validate: (partner: MatrixPartner) => Promise<RunReport>;
  readonly close: () => Promise<void>;
}

export interface MatrixPartner extends Pick<PartnerOptions, "behaviour" | "testCompletionMs"> {
  readonly declaration?: Partial<PartnerSetup["declaration"]>;
  /** Each password is replaced before the run, and the first one's time is over. */
  readonly hasReplacedPasswords?: boolean;
  /** The pack in force unless given. */
  readonly packVersion?: string;
}

/** A sandbox for one partner. */
export interface Place {
  readonly sandbox: Sandbox;
  readonly credentials: Readonly<Record<Region, Credential>>;
}

/** What every partner offers to each tenant. */
const packagesOf = {
  a: [
    { packageId: "pk-a-1", name: "Numbers", active: true },
    { packageId: "pk-a-2", name: "Letters", active: true },
  ],
  b: [
    { packageId: "pk-b-7", name: "Zahlen", active: true },
    { packageId: "pk-b-8", name: "Buchstaben", active: true },
  ],
} as const;

/** Many runs are followed at once, and none is waited for with impatience. */
export const matrixLookEveryMs = 500;

/** A password that was replaced is good for another day of the tenant's clock. */
const beyondOverlapMs = 25 * 3_600_000;

export interface MatrixOptions {
  /** So many partners are validated at the same time; the others wait. */
  readonly atOnce: number;
  /** How long the platform waits for a partner's answer. */
  readonly partnerTimeoutMs: number;
}

/** How partners of one framework are validated. */
export interface Validation<Partner> {
  readonly framework: string;
  readonly validateAt: (
    client: PlatformClient,
    place: Place,
    partner: Partner,
  ) => Promise<RunReport>;
}

export async function openMatrixWorld(options: MatrixOptions): Promise<MatrixWorld> {
  return openMatrix(options, { framework: "prime-assessment", validateAt });
}

/** The same for the partners of any framework. */
export async function openMatrix<Partner>(
  { atOnce, partnerTimeoutMs }: MatrixOptions,
  { framework, validateAt: validate }: Validation<Partner>,
): Promise<{
  readonly validate: (partner: Partner) => Promise<RunReport>;
  readonly close: () => Promise<void>;
}> {
  const data = await mkdtemp(join(tmpdir(), "slipway-matrix-"));
  const platform = await startPlatform({
    data,
    env: { SLIPWAY_PARTNER_TIMEOUT_MS: String(partnerTimeoutMs) },
  });
  const token = (await readFile(join(data, "admin-token"), "utf8")).trim();
  const client = createPlatformClient({ baseUrl: platform.address, token });
  const waiting: (() => void)[] = [];
  let running = 0;
  let count = 0;

  const begin = async (): Promise<void> => {
    if (running >= atOnce) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running += 1;
  };
  const end = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  // One after the other: each is a thousand rows in one transaction.
  let made: Promise<unknown> = Promise.resolve();
  const makeNext = async (number: number): Promise<Place> => {
    const next = made.then(async () => makePlace(client, { number, framework }));
    made = next.catch(() => undefined);
    return next;
  };
  return {
    validate: async (partner) => {
      await begin();
      try {
        count += 1;
        return await validate(client, await makeNext(count), partner);
      } finally {
        end();
      }
    },
    close: async () => {
      await platform.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function makePlace(
  client: PlatformClient,
  { number, framework }: { readonly number: number; readonly framework: string },
): Promise<Place> {
  const integration = await client.registerIntegration({
    name: `Partner ${number}`,
    framework,
  });
  const { credentials, ...sandbox } = await client.createSandbox(integration.id, number);
  return { sandbox, credentials };
}

async function validateAt(
  client: PlatformClient,
  { sandbox, credentials }: Place,
  { declaration, packVersion, hasReplacedPasswords = false, ...options }: MatrixPartner,
): Promise<RunReport> {
  const partner = await startPrimePartner({ testCompletionMs: 15_000, ...options });
  try {
    for (const region of ["a", "b"] as const) {
      const { customerId } = sandbox.tenants[region];
      const configure = (ats: Credential): void =>
        partner.configureCustomer(customerId, {
          ats,
          platform: platformLogin[region],
          packages: packagesOf[region],
        });
      configure(credentials[region]);
      if (hasReplacedPasswords) {
        configure(await client.replaceCredential(sandbox.id, region));
        await client.moveClock({ kind: "advance", byMs: beyondOverlapMs }, customerId);
      }
    }
    await client.savePartnerSetup(sandbox.id, setupOf(sandbox, partner.endpoint, declaration));
    const run = await client.startRun(sandbox.id, packVersion);
    return await reportOf(client, run.id, matrixLookEveryMs);
  } finally {
    await partner.close();
  }
}

function setupOf(
  sandbox: Sandbox,
  endpoint: string,
  declaration: MatrixPartner["declaration"] = {},
): PartnerSetup {
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
  return {
    connections: { a: connectionOf("a"), b: connectionOf("b") },
    declaration: {
      completesTestOrders: true,
      supportsCancel: true,
      manifest,
      wordings: {},
      ...declaration,
    },
  };
}
