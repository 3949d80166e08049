import { isIP } from "node:net";

import {
  readBase,
  readBoolean,
  readDatabaseUrl,
  readHost,
  readLogFormat,
  readLogLevel,
  readMailAddress,
  readPath,
  readPort,
  readRoles,
  readSandboxPolicy,
  readSmtpUrl,
  readTimeout,
  type Reading,
} from "./setting-readers.ts";

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
  roles: {
    name: "SLIPWAY_ROLES",
    standard: "api,worker",
    meaning:
      "What this process does: answer requests (api), deliver, drive runs and send notices (worker), or both. Less than both needs DATABASE_URL.",
    read: readRoles,
  },
  stopTimeoutMs: {
    name: "SLIPWAY_STOP_TIMEOUT_MS",
    standard: "60000",
    meaning:
      "How long a process that is asked to end may take to finish what it has in hand, in milliseconds; half of it is for requests.",
    read: readTimeout,
  },
  metricsPort: {
    name: "SLIPWAY_METRICS_PORT",
    standard: "none: no metrics",
    meaning:
      "Port of a listener of its own for /metrics, /healthz and /readyz, which ask for no token; 0 takes a free one.",
    read: readPort,
  },
  metricsHost: {
    name: "SLIPWAY_METRICS_HOST",
    standard: "127.0.0.1",
    meaning: "Address on which that listener listens.",
    read: readHost,
  },
  log: {
    name: "SLIPWAY_LOG",
    standard: "text if standard error is a terminal, else json",
    meaning: "Form of the log: json, one object on each line, or text.",
    read: readLogFormat,
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
  sandboxes: {
    name: "SLIPWAY_SANDBOXES",
    standard: "self-service",
    meaning:
      "When an integration may have a sandbox: self-service, whenever its partner asks for one, or after-approval, with the approval of its design.",
    read: readSandboxPolicy,
  },
  webhookTimeoutMs: {
    name: "SLIPWAY_WEBHOOK_TIMEOUT_MS",
    standard: "20000",
    meaning: "How long a webhook's endpoint may take to answer, in milliseconds.",
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

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
