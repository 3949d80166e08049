import { isIP } from "node:net";
import { resolve } from "node:path";

/** What reading one setting gave: its value, or what was expected instead. */
export type Reading<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "wrong"; readonly expected: string };

/** One setting of the server, read from the environment. */
export interface ConfigurationKey<Value> {
  readonly name: string;
  /** The default in the words of the reference page. */
  readonly standard: string;
  readonly meaning: string;
  /** Never shown in a message. */
  readonly isSecret?: true;
  readonly read: (text: string) => Reading<Value>;
}

/** Every setting of the server: what the program reads, and what the configuration page is made from. */
export const configurationKeys = {
  dataFolder: {
    name: "SLIPWAY_DATA",
    standard: ".slipway in the working directory",
    meaning: "Folder of everything that outlives a start.",
    read: readPath,
  },
  databaseUrl: {
    name: "DATABASE_URL",
    standard: "the embedded PostgreSQL",
    meaning:
      "Address of a PostgreSQL 18 server of your own: postgres://user:password@host/database.",
    isSecret: true,
    read: readDatabaseUrl,
  },
  host: {
    name: "SLIPWAY_HOST",
    standard: "127.0.0.1",
    meaning:
      "Address on which the three listeners listen. Demo data exists on a loopback address only.",
    read: readHost,
  },
  port: {
    name: "SLIPWAY_PORT",
    standard: "8700",
    meaning: "Port of the platform API; 0 takes a free one.",
    read: readPort,
  },
  sandboxPortA: {
    name: "SLIPWAY_SANDBOX_PORT_A",
    standard: "8701",
    meaning: "Port of the first sandbox region; 0 takes a free one.",
    read: readPort,
  },
  sandboxPortB: {
    name: "SLIPWAY_SANDBOX_PORT_B",
    standard: "8702",
    meaning: "Port of the second sandbox region; 0 takes a free one.",
    read: readPort,
  },
  publicBase: {
    name: "SLIPWAY_PUBLIC_BASE",
    standard: "http://host:port of the listener",
    meaning: "Address under which others reach the platform API, as it appears in what it answers.",
    read: readBase,
  },
  publicBaseA: {
    name: "SLIPWAY_PUBLIC_BASE_A",
    standard: "http://host:port of the listener",
    meaning: "The same for the first sandbox region.",
    read: readBase,
  },
  publicBaseB: {
    name: "SLIPWAY_PUBLIC_BASE_B",
    standard: "http://host:port of the listener",
    meaning: "The same for the second sandbox region.",
    read: readBase,
  },
  allowPrivateEndpoints: {
    name: "SLIPWAY_ALLOW_PRIVATE_ENDPOINTS",
    standard: "true if SLIPWAY_HOST is a loopback address, else false",
    meaning: "Whether a partner's endpoint may have a private, loopback or link-local address.",
    read: readBoolean,
  },
  logLevel: {
    name: "SLIPWAY_LOG_LEVEL",
    standard: "info",
    meaning: "The least important kind of line that is logged.",
    read: readLogLevel,
  },
  secretKeyFile: {
    name: "SLIPWAY_SECRET_KEY_FILE",
    standard: "secret.key in the data folder",
    meaning: "File with the key that encrypts partners' credentials; made (mode 0600) if missing.",
    read: readPath,
  },
  smtpUrl: {
    name: "SLIPWAY_SMTP_URL",
    standard: "none: notices wait, and no clock starts that counts from one",
    meaning:
      "Mail server that takes our notices: smtp://user:password@host:587, which turns to TLS where the server offers it, or smtps://.",
    isSecret: true,
    read: readSmtpUrl,
  },
  mailFrom: {
    name: "SLIPWAY_MAIL_FROM",
    standard: "none; needed with SLIPWAY_SMTP_URL",
    meaning: "Address from which notices come.",
    read: readMailAddress,
  },
  smtpTimeoutMs: {
    name: "SLIPWAY_SMTP_TIMEOUT_MS",
    standard: "30000",
    meaning: "How long the mail server may keep silent, in milliseconds.",
    read: readTimeout,
  },
  partnerTimeoutMs: {
    name: "SLIPWAY_PARTNER_TIMEOUT_MS",
    standard: "30000",
    meaning: "How long a partner's endpoint may take to answer, in milliseconds.",
    read: readTimeout,
  },
} as const satisfies Readonly<Record<string, ConfigurationKey<unknown>>>;

/** Settings with our prefix that belong to other programs; the server lets them pass. */
export const neighbouringPrefixes: readonly string[] = [
  "SLIPWAY_CHROMIUM", // The browser that the tests of the portal use.
  "SLIPWAY_CLI_", // The command line.
  "SLIPWAY_PARTNER_PASSWORD", // The command line: what a partner's endpoint asks for.
  "SLIPWAY_RECORD_", // The journeys, when they record which door a proof went through.
  "SLIPWAY_TEST_", // The test set-up.
];

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** The kinds of log lines, most important first; `silent` logs nothing. */
export type LogLevel = (typeof logLevels)[number];

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

function readPath(text: string): Reading<string> {
  if (text.includes("\0")) return { kind: "wrong", expected: "a path" };
  return { kind: "value", value: resolve(text) };
}

function readDatabaseUrl(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPostgres = url?.protocol === "postgres:" || url?.protocol === "postgresql:";
  if (isPostgres) return { kind: "value", value: text };
  return { kind: "wrong", expected: "an address like postgres://user:password@host/database" };
}

function readSmtpUrl(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSmtp = url?.protocol === "smtp:" || url?.protocol === "smtps:";
  if (isSmtp && url.hostname !== "" && isDecodable(`${url.username}${url.password}`))
    return { kind: "value", value: text };
  return {
    kind: "wrong",
    expected:
      "an address like smtp://user:password@host:587, with other characters than letters and digits as %40",
  };
}

function isDecodable(text: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(text);
}

function readMailAddress(text: string): Reading<string> {
  if (/^[^\s<>@,;:"]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text))
    return { kind: "value", value: text };
  return { kind: "wrong", expected: "an address like slipway@example.test, without a name" };
}

function readHost(text: string): Reading<string> {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text);
  if (isIP(text) !== 0 || isName) return { kind: "value", value: text };
  return { kind: "wrong", expected: "an IP address or host name without port" };
}

function readPort(text: string): Reading<number> {
  const port = readWhole(text);
  if (port !== undefined && port <= 65_535) return { kind: "value", value: port };
  return { kind: "wrong", expected: "a port number from 0 to 65535" };
}

function readBase(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBase =
    url !== undefined &&
    ["http:", "https:"].includes(url.protocol) &&
    `${url.search}${url.hash}${url.username}${url.password}` === "";
  if (isBase) return { kind: "value", value: url.href.replace(/\/+$/, "") };
  return {
    kind: "wrong",
    expected: "an http or https address without query, such as https://slipway.example.test",
  };
}

function readBoolean(text: string): Reading<boolean> {
  if (text === "true" || text === "false") return { kind: "value", value: text === "true" };
  return { kind: "wrong", expected: "true or false" };
}

function readLogLevel(text: string): Reading<LogLevel> {
  const level = logLevels.find((known) => known === text);
  if (level !== undefined) return { kind: "value", value: level };
  return { kind: "wrong", expected: `one of ${logLevels.join(", ")}` };
}

function readTimeout(text: string): Reading<number> {
  const timeoutMs = readWhole(text);
  const isFit = timeoutMs !== undefined && timeoutMs >= 1 && timeoutMs <= 600_000;
  if (isFit) return { kind: "value", value: timeoutMs };
  return { kind: "wrong", expected: "a whole number of milliseconds from 1 to 600000" };
}

function readWhole(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
