import type {
  Declaration,
  PartnerAuthentication,
  PartnerConnection,
  PartnerSetup,
  Region,
  Sandbox,
} from "@slipway/platform-client";

import { PasswordMissingProblem, UsageProblem } from "../../command-line.problems.ts";
import type { CommandContext } from "../../command-context.ts";
import type { AuthChoice } from "../../parse-argument.ts";
import { askSecret } from "../../terminal/ask-secret.ts";
import { readPartnerConfig, type PartnerConfig } from "./partner-config.ts";
import { readPassword } from "./read-password.ts";
import type { ValidateOptions } from "./validate-options.ts";

/** How the platform is to reach the partner, and what the partner declares, before the customers are known. */
export interface PartnerAccess {
  readonly config: PartnerConfig;
  readonly endpoints: Readonly<Record<Region, string>>;
  readonly method: AuthChoice["method"];
  /** Undefined unless the method is OAuth. */
  readonly tokenEndpoint: TokenEndpoint | undefined;
  /** With OAuth: client ids. */
  readonly usernames: Readonly<Record<Region, string>>;
  /** With HMAC shared keys, with OAuth client secrets. */
  readonly passwords: Readonly<Record<Region, string | undefined>>;
}

export interface TokenEndpoint {
  readonly tokenAddress: string;
  readonly audience?: string;
  readonly scope?: string;
}

type AccessOptions = Pick<
  ValidateOptions,
  | "endpoint"
  | "endpointB"
  | "auth"
  | "passwordFile"
  | "tokenUrl"
  | "audience"
  | "scope"
  | "partnerConfig"
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
  const { method = "basic", user } = options.auth ?? {};
  return {
    config,
    method,
    tokenEndpoint: tokenEndpointOf(method, options),
    endpoints: {
      a: needed(endpointA, "--endpoint"),
      b: needed(b.endpoint ?? options.endpointB ?? endpointA, "--endpoint-b"),
    },
    usernames: {
      a: needed(a.username ?? user, "--auth"),
      b: needed(b.username ?? user, "--auth"),
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
  const secret = secretNames[access.method];
  if (!stdin.isTTY) throw new PasswordMissingProblem(username, secret);
  const typed = await askSecret({
    stdin,
    stderr,
    question: `${secret.replace(/^./u, (first) => first.toUpperCase())} with which ${username} calls your endpoint: `,
  });
  stopping.throwIfAborted();
  if (!typed) throw new PasswordMissingProblem(username, secret);
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
    return {
      endpoint: access.endpoints[region],
      authentication: authenticationOf(access, region),
      enablement: {
        customerId: sandbox.tenants[region].customerId,
        authenticationMethod: access.method,
        ipAddresses,
        packageIds,
        optionalFeatures: optionalFeatures ?? (declaration.supportsCancel ? ["cancel"] : []),
      },
    };
  };
  return { connections: { a: connectionOf("a"), b: connectionOf("b") }, declaration };
}

function authenticationOf(access: PartnerAccess, region: Region): PartnerAuthentication {
  const { method, tokenEndpoint } = access;
  const username = access.usernames[region];
  const secret = access.passwords[region];
  if (tokenEndpoint !== undefined) {
    const client = { ...tokenEndpoint, clientId: username };
    return {
      method: "oauth",
      ...client,
      ...(secret === undefined ? {} : { clientSecret: secret }),
    };
  }
  if (method === "hmac")
    return { method, username, ...(secret === undefined ? {} : { sharedKey: secret }) };
  return { method: "basic", username, ...(secret === undefined ? {} : { password: secret }) };
}

const secretNames: Readonly<Record<AuthChoice["method"], string>> = {
  basic: "password",
  hmac: "shared key",
  oauth: "client secret",
};

function tokenEndpointOf(
  method: AuthChoice["method"],
  { tokenUrl, audience, scope }: AccessOptions,
): TokenEndpoint | undefined {
  if (method === "oauth")
    return {
      tokenAddress: needed(tokenUrl, "--token-url"),
      ...(audience === undefined ? {} : { audience }),
      ...(scope === undefined ? {} : { scope }),
    };
  if (tokenUrl === undefined && audience === undefined && scope === undefined) return undefined;
  throw new UsageProblem(
    "Expected --token-url, --audience and --scope with --auth oauth:CLIENT_ID alone, found them with another method. Leave them out, or say --auth oauth:CLIENT_ID.",
  );
}

function needed(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new UsageProblem(
    `Expected ${option}, or the same in the file of --partner-config, found neither. "slipway validate --help" shows an example.`,
  );
}
