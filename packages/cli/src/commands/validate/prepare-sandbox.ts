import type { Credential, PlatformClient, Region, Sandbox } from "@slipway/platform-client";

/** The sandbox of an integration; new credentials are readable this once. */
export interface PreparedSandbox {
  readonly sandbox: Sandbox;
  readonly credentials: Readonly<Record<Region, Credential>> | undefined;
}

export interface IntegrationName {
  readonly name: string;
  readonly framework: string;
}

/** Registers the integration or finds it, and gives its sandbox if it has one. */
export async function findSandbox(
  client: PlatformClient,
  { name, framework }: IntegrationName,
): Promise<{ readonly integrationId: string; readonly sandbox: Sandbox | undefined }> {
  const { id } = await client.registerIntegration({ name, framework });
  const listed = (await client.listIntegrations()).find((integration) => integration.id === id);
  const sandboxId = listed?.sandboxId;
  return {
    integrationId: id,
    sandbox: sandboxId === undefined ? undefined : await client.loadSandbox(sandboxId),
  };
}

/** Makes the sandbox: two customers used by nobody else, and a credential for each. */
export async function createSandbox(
  client: PlatformClient,
  integrationId: string,
): Promise<PreparedSandbox> {
  const { credentials, ...sandbox } = await client.createSandbox(integrationId);
  return { sandbox, credentials };
}

/** New credentials for a sandbox; those before stay valid for a day. */
export async function replaceCredentials(
  client: PlatformClient,
  sandbox: Sandbox,
): Promise<PreparedSandbox> {
  const a = await client.replaceCredential(sandbox.id, "a");
  const b = await client.replaceCredential(sandbox.id, "b");
  return { sandbox, credentials: { a, b } };
}
