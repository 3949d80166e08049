import { join } from "node:path";

import type { Credential, PlatformClient, Region } from "@slipway/platform-client";

import { UsageProblem } from "../../command-line.problems.ts";
import type { OpenPlatform } from "../../platform-access/open-platform.ts";
import type { Screen } from "../../terminal/screen.ts";
import { holdsCredentials, writeCredentialsFile } from "./credentials-file.ts";
import {
  createSandbox,
  findSandbox,
  replaceCredentials,
  type IntegrationName,
  type PreparedSandbox,
} from "./prepare-sandbox.ts";
import type { ValidateOptions } from "./validate-options.ts";

export interface HandOverOptions {
  readonly platform: OpenPlatform;
  readonly screen: Screen;
  readonly integration: IntegrationName;
  readonly options: Pick<ValidateOptions, "credentialsFile" | "newCredentials">;
  /** Called before a sandbox is made or first credentials are issued, so that nothing is left half done when it throws. */
  readonly beforeNew: () => Promise<void>;
}

/**
 * The integration's sandbox, its credentials handed over: written into the named file, or kept in the data folder, and shown to
 * a person once. The partner needs them before it can be called.
 */
export async function handOverCredentials({
  platform,
  screen,
  integration,
  options,
  beforeNew,
}: HandOverOptions): Promise<PreparedSandbox> {
  const { client, folder } = platform;
  const found = await findSandbox(client, integration);
  const isFirst = found.sandbox === undefined || (await hasNone(client, found.sandbox));
  if (isFirst) {
    await beforeNew();
    const isShown = screen.isLive || folder !== undefined || options.credentialsFile !== undefined;
    if (!isShown) throw new UsageProblem(nowhereToShow);
  }
  const fileOf = (sandboxId: string): string | undefined =>
    options.credentialsFile ??
    (folder === undefined ? undefined : join(folder, "credentials", `${sandboxId}.json`));
  const prepared = await prepare(client, found, async (sandbox) => {
    const file = fileOf(sandbox.id);
    const isKept = file !== undefined && (await holdsCredentials(file, sandbox));
    return isFirst || options.newCredentials || (options.credentialsFile !== undefined && !isKept);
  });
  const file = fileOf(prepared.sandbox.id);
  if (prepared.credentials !== undefined && file !== undefined)
    await writeCredentialsFile(file, prepared.sandbox, prepared.credentials);
  describeSandbox(prepared, file, screen);
  return prepared;
}

/** The approval of a design makes a sandbox and issues nothing: whoever validates first gets the first credentials. */
async function hasNone(
  client: PlatformClient,
  { integrationId }: PreparedSandbox["sandbox"],
): Promise<boolean> {
  const { sandbox } = await client.loadLifecycle(integrationId);
  return sandbox?.withoutCredentials.length === 2;
}

const nowhereToShow =
  "Expected a place for the credentials of the new sandbox, found neither a terminal nor a data folder of this machine. Name a file with --credentials-file.";

async function prepare(
  client: PlatformClient,
  { integrationId, sandbox }: Awaited<ReturnType<typeof findSandbox>>,
  needsNew: (sandbox: PreparedSandbox["sandbox"]) => Promise<boolean>,
): Promise<PreparedSandbox> {
  if (sandbox === undefined) return createSandbox(client, integrationId);
  if (await needsNew(sandbox)) return replaceCredentials(client, sandbox);
  return { sandbox, credentials: undefined };
}

function describeSandbox(
  { sandbox, credentials }: PreparedSandbox,
  file: string | undefined,
  screen: Screen,
): void {
  const { a, b } = sandbox.tenants;
  screen.tell(`Sandbox: customers ${a.customerId} and ${b.customerId}, used by nobody else.`);
  if (credentials !== undefined) {
    for (const line of describeCredentials(credentials)) screen.tell(line);
    if (file !== undefined) screen.say(`Credentials of the sandbox's customers are in ${file}`);
    return;
  }
  screen.tell(
    file === undefined
      ? "Its credentials were issued earlier; --new-credentials issues new ones."
      : `Its credentials were issued earlier, see ${file}; --new-credentials issues new ones.`,
  );
}

function describeCredentials(credentials: Readonly<Record<Region, Credential>>): readonly string[] {
  const rows = (["a", "b"] as const).map((region) => credentials[region]);
  return [
    "With these your integration calls the ATS:",
    ...rows.map(
      ({ customerId, username, password }) =>
        `  customer ${customerId}   user ${username}   password ${password}`,
    ),
  ];
}
