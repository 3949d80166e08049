import { manifest } from "@slipway/example-prime-partner";
import type {
  Credential,
  Integration,
  PartnerSetup,
  PlatformClient,
  Region,
  Sandbox,
} from "@slipway/platform-client";

import { partnerName } from "./people.ts";
import {
  configureCustomers,
  readCustomers,
  writeCustomers,
  type PartnerCustomers,
} from "./partner-customers.ts";

/** The name under which the demo is on record; it is registered once. */
export const integrationName = "Harbour Assessments (demo)";

/** A sandbox of the demo, and what its partner needs to know of it. */
export interface PreparedSandbox {
  readonly sandbox: Sandbox;
  readonly customers: PartnerCustomers;
}

/** Registers the demo integration, or finds that of an earlier start. */
export async function registerDemo(client: PlatformClient): Promise<Integration> {
  return client.registerIntegration({
    name: integrationName,
    framework: "prime-assessment",
    connectorType: "prime",
    organisation: partnerName,
    contact: "integrations@harbour.example",
  });
}

/** Makes its sandbox, or finds that of an earlier start. */
export async function prepareSandbox(
  client: PlatformClient,
  integration: Integration,
  configFile: string,
): Promise<PreparedSandbox> {
  const known = await findSandbox(client, integration);
  if (known === undefined) {
    const { credentials, ...sandbox } = await client.createSandbox(integration.id);
    return { sandbox, customers: await configure(configFile, sandbox, credentials) };
  }
  const kept = await readCustomers(configFile, known);
  // Credentials are shown once: if their file is lost, new ones take their place.
  const customers = kept ?? (await configure(configFile, known, await replaceAll(client, known)));
  return { sandbox: known, customers };
}

/** How the platform is to call the partner, and what the partner declares. */
export function partnerSetup(
  { sandbox, customers }: PreparedSandbox,
  endpoint: string,
): PartnerSetup {
  const connectionOf = (region: Region): PartnerSetup["connections"][Region] => {
    const { customerId } = sandbox.tenants[region];
    const customer = customers.customers[customerId];
    if (customer === undefined)
      throw new Error(`Expected customer ${customerId} in the demo's file`);
    const { platform } = customer;
    if (!("password" in platform))
      throw new Error(`Expected a user and a password for calls to the demo's partner`);
    return {
      endpoint,
      authentication: { ...platform, method: "basic" },
      enablement: {
        customerId,
        authenticationMethod: "basic",
        ipAddresses: ["127.0.0.1"],
        packageIds: customer.packages.filter(({ active }) => active).map((one) => one.packageId),
        optionalFeatures: ["cancel"],
      },
    };
  };
  return {
    connections: { a: connectionOf("a"), b: connectionOf("b") },
    declaration: { completesTestOrders: true, supportsCancel: true, manifest, wordings: {} },
  };
}

async function findSandbox(
  client: PlatformClient,
  integration: Integration,
): Promise<Sandbox | undefined> {
  const listed = (await client.listIntegrations()).find(({ id }) => id === integration.id);
  return listed?.sandboxId === undefined ? undefined : client.loadSandbox(listed.sandboxId);
}

async function replaceAll(
  client: PlatformClient,
  { id }: Sandbox,
): Promise<Readonly<Record<Region, Credential>>> {
  return { a: await client.replaceCredential(id, "a"), b: await client.replaceCredential(id, "b") };
}

async function configure(
  file: string,
  sandbox: Sandbox,
  credentials: Readonly<Record<Region, Credential>>,
): Promise<PartnerCustomers> {
  const customers = configureCustomers(sandbox, credentials);
  await writeCustomers(file, customers);
  return customers;
}
