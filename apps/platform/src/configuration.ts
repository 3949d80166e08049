import { join, resolve } from "node:path";

import type { SandboxPolicy } from "@slipway/programme";

import {
  configurationKeys,
  isLoopback,
  neighbouringPrefixes,
  type ConfigurationKey,
} from "./configuration-keys.ts";
import { ConfigurationProblem, type WrongSetting } from "./configuration.problems.ts";
import type { LogFormat, LogLevel, Role } from "./setting-readers.ts";

/** How this server is to run. Paths are absolute; a public base that is missing is that of the listener itself. */
export interface Configuration {
  readonly dataFolder: string;
  /** Missing: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly ports: Readonly<Record<Listener, number>>;
  /** Without a slash at the end. */
  readonly publicBases: Readonly<Record<Listener, string | undefined>>;
  readonly allowPrivateEndpoints: boolean;
  /** Both, unless somebody divides the work between processes. */
  readonly roles: readonly Role[];
  readonly stopTimeoutMs: number;
  /** Missing: no metrics. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Missing: as suits where it is written to. */
  readonly logFormat: LogFormat | undefined;
  readonly logLevel: LogLevel;
  readonly secretKeyFile: string;
  /** Missing: notices wait. */
  readonly smtpUrl: string | undefined;
  /** Present with `smtpUrl`. */
  readonly mailFrom: string | undefined;
  readonly smtpTimeoutMs: number;
  readonly partnerTimeoutMs: number;
  readonly sandboxes: SandboxPolicy;
  readonly webhookTimeoutMs: number;
}

/** The addresses on which the server listens: the platform API and two regions of the sandbox. */
export type Listener = "platform" | "sandboxA" | "sandboxB";

type Keys = typeof configurationKeys;
type ValueOf<Key> = Key extends ConfigurationKey<infer Value> ? Value : never;
type Settings = { readonly [Name in keyof Keys]: ValueOf<Keys[Name]> | undefined };

/**
 * Reads the configuration from environment variables; an empty one counts as missing. Throws a ConfigurationProblem that
 * names every wrong value, every unknown `SLIPWAY_` name and every port that is asked for twice.
 */
export function parseConfiguration(
  env: Readonly<Record<string, string | undefined>>,
  workingDirectory = process.cwd(),
): Configuration {
  const wrong: WrongSetting[] = [];
  const configuration = withDefaults(readSettings(env, wrong), workingDirectory);
  wrong.push(
    ...unknownSettings(env),
    ...sharedPorts(configuration),
    ...halfMail(configuration, wrong),
    ...halfProcess(configuration),
  );
  if (wrong.length > 0) throw new ConfigurationProblem(wrong, knownNames());
  return configuration;
}

function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  wrong: WrongSetting[],
): Settings {
  const read = Object.entries(configurationKeys).map(
    ([property, key]: [string, ConfigurationKey<unknown>]) => {
      const text = env[key.name];
      if (text === undefined || text === "") return [property, undefined];
      const reading = key.read(text);
      if (reading.kind === "value") return [property, reading.value];
      wrong.push({
        name: key.name,
        expected: reading.expected,
        found: key.isSecret ? "something else" : JSON.stringify(text),
      });
      return [property, undefined];
    },
  );
  // Each value comes from the reader of its own row, whose type Object.entries forgets.
  return Object.fromEntries(read) as Settings;
}

function withDefaults(settings: Settings, workingDirectory: string): Configuration {
  const dataFolder = settings.dataFolder ?? resolve(workingDirectory, ".slipway");
  const host = settings.host ?? "127.0.0.1";
  return {
    dataFolder,
    databaseUrl: settings.databaseUrl,
    host,
    ports: {
      platform: settings.port ?? 8700,
      sandboxA: settings.sandboxPortA ?? 8701,
      sandboxB: settings.sandboxPortB ?? 8702,
    },
    publicBases: {
      platform: settings.publicBase,
      sandboxA: settings.publicBaseA,
      sandboxB: settings.publicBaseB,
    },
    allowPrivateEndpoints: settings.allowPrivateEndpoints ?? isLoopback(host),
    roles: settings.roles ?? ["api", "worker"],
    stopTimeoutMs: settings.stopTimeoutMs ?? 60_000,
    metrics:
      settings.metricsPort === undefined
        ? undefined
        : { host: settings.metricsHost ?? "127.0.0.1", port: settings.metricsPort },
    logFormat: settings.log,
    logLevel: settings.logLevel ?? "info",
    secretKeyFile: settings.secretKeyFile ?? join(dataFolder, "secret.key"),
    smtpUrl: settings.smtpUrl,
    mailFrom: settings.mailFrom,
    smtpTimeoutMs: settings.smtpTimeoutMs ?? 30_000,
    partnerTimeoutMs: settings.partnerTimeoutMs ?? 30_000,
    sandboxes: settings.sandboxes ?? "self-service",
    webhookTimeoutMs: settings.webhookTimeoutMs ?? 20_000,
  };
}

function unknownSettings(
  env: Readonly<Record<string, string | undefined>>,
): readonly WrongSetting[] {
  const known = new Set(knownNames());
  return Object.keys(env)
    .filter((name) => name.startsWith("SLIPWAY_") && !known.has(name))
    .filter((name) => !neighbouringPrefixes.some((prefix) => name.startsWith(prefix)))
    .toSorted()
    .map((name) => ({ name, expected: "the name of a setting", found: "one that does not exist" }));
}

/** Listeners cannot share a port; whoever takes it second is named. */
function sharedPorts({ ports, metrics }: Configuration): readonly WrongSetting[] {
  const { port, sandboxPortA, sandboxPortB, metricsPort } = configurationKeys;
  const rows = [
    { name: port.name, port: ports.platform },
    { name: sandboxPortA.name, port: ports.sandboxA },
    { name: sandboxPortB.name, port: ports.sandboxB },
    { name: metricsPort.name, port: metrics?.port ?? 0 },
  ];
  return rows.flatMap((row, index) => {
    const first = rows.slice(0, index).find((other) => other.port === row.port);
    if (first === undefined || row.port === 0) return [];
    return [
      {
        name: row.name,
        expected: "a port of its own",
        found: `${row.port}, the port of ${first.name}`,
      },
    ];
  });
}

/** Mail needs both a server and an address it comes from; one that is wrong has been named already. */
function halfMail(
  { smtpUrl, mailFrom }: Configuration,
  wrong: readonly WrongSetting[],
): readonly WrongSetting[] {
  const { smtpUrl: server, mailFrom: from } = configurationKeys;
  if ((smtpUrl === undefined) === (mailFrom === undefined)) return [];
  const missing = smtpUrl === undefined ? server : from;
  if (wrong.some(({ name }) => name === missing.name)) return [];
  const other = missing === server ? from : server;
  return [{ name: missing.name, expected: `a value, since ${other.name} has one`, found: "none" }];
}

/**
 * A process that does not do everything shares its database with others, and one without listeners has to be told under which
 * addresses the others answer.
 */
function halfProcess({ roles, databaseUrl, publicBases }: Configuration): readonly WrongSetting[] {
  const keys = configurationKeys;
  if (roles.length === 2) return [];
  const expected = `a value, since ${keys.roles.name} is ${roles.join()}`;
  const needed = [
    { name: keys.databaseUrl.name, value: databaseUrl },
    ...(roles.includes("api")
      ? []
      : [
          { name: keys.publicBaseA.name, value: publicBases.sandboxA },
          { name: keys.publicBaseB.name, value: publicBases.sandboxB },
        ]),
  ];
  return needed
    .filter(({ value }) => value === undefined)
    .map(({ name }) => ({ name, expected, found: "none" }));
}

function knownNames(): readonly string[] {
  return Object.values(configurationKeys).map(({ name }) => name);
}
