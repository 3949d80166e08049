import type {
  Declaration,
  PartnerConnection,
  PartnerSetup,
  Region,
  Sandbox,
} from "@slipway/platform-client";

import { PasswordMissingProblem, UsageProblem } from "../../command-line.problems.ts";
import type { CommandContext } from "../../command-context.ts";
import { askSecret } from "../../terminal/ask-secret.ts";
import { readPartnerConfig, type PartnerConfig } from "./partner-config.ts";
import { readPassword } from "./read-password.ts";
import type { ValidateOptions } from "./validate-options.ts";

/** How the platform is to reach the partner, and what the partner declares, before the customers are known. */
export interface PartnerAccess {
  readonly config: PartnerConfig;
  readonly endpoints: Readonly<Record<Region, string>>;
  readonly usernames: Readonly<Record<Region, string>>;
  readonly passwords: Readonly<Record<Region, string | undefined>>;
}

type AccessOptions = Pick<
  ValidateOptions,
  "endpoint" | "endpointB" | "auth" | "passwordFile" | "partnerConfig"
>;

/** Gathers it from options, file and environment; the configuration file knows best, tenant by tenant. */
export async function gatherPartnerAccess(
  options: AccessOptions,
  env: NodeJS.ProcessEnv,
): Promise<PartnerAccess> {
  const config = await readPartnerConfig(options.partnerConfig);
  const { a, b } = config.tenants;
  const password =
    options.passwordFile === undefined
      ? env["SLIPWAY_PARTNER_PASSWORD"]
      : await readPassword(options.passwordFile);
  const endpointA = a.endpoint ?? options.endpoint;
  return {
    config,
    endpoints: {
      a: needed(endpointA, "--endpoint"),
      b: needed(b.endpoint ?? options.endpointB ?? endpointA, "--endpoint-b"),
    },
    usernames: {
      a: needed(a.username ?? options.auth, "--auth"),
      b: needed(b.username ?? options.auth, "--auth"),
    },
    passwords: { a: a.password ?? password, b: b.password ?? password },
  };
}

/** The same with a password for each tenant: what was not given is asked for, where a person sits at a terminal. */
export async function askForPasswords(
  access: PartnerAccess,
  { stdin, stderr, stopping }: CommandContext,
): Promise<PartnerAccess> {
  const { a, b } = access.passwords;
  if (a !== undefined && b !== undefined) return access;
  const username = access.usernames[a === undefined ? "a" : "b"];
  if (!stdin.isTTY) throw new PasswordMissingProblem(username);
  const typed = await askSecret({
    stdin,
    stderr,
    question: `Password with which ${username} calls your endpoint: `,
  });
  stopping.throwIfAborted();
  if (!typed) throw new PasswordMissingProblem(username);
  return { ...access, passwords: { a: a ?? typed, b: b ?? typed } };
}

/** What the platform is told of the partner. A password that was not given stays the one on record. */
export function partnerSetupOf(access: PartnerAccess, sandbox: Sandbox): PartnerSetup {
  const declaration: Declaration = {
    completesTestOrders: false,
    supportsCancel: false,
    manifest: [],
    wordings: {},
    ...access.config.declaration,
  };
  const connectionOf = (region: Region): PartnerConnection => {
    const { ipAddresses, packageIds, optionalFeatures } = access.config.tenants[region];
    const password = access.passwords[region];
    return {
      endpoint: access.endpoints[region],
      authentication: {
        method: "basic",
        username: access.usernames[region],
        ...(password === undefined ? {} : { password }),
      },
      enablement: {
        customerId: sandbox.tenants[region].customerId,
        authenticationMethod: "basic",
        ipAddresses,
        packageIds,
        optionalFeatures: optionalFeatures ?? (declaration.supportsCancel ? ["cancel"] : []),
      },
    };
  };
  return { connections: { a: connectionOf("a"), b: connectionOf("b") }, declaration };
}

function needed(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new UsageProblem(
    `Expected ${option}, or the same in the file of --partner-config, found neither. "slipway validate --help" shows an example.`,
  );
}
