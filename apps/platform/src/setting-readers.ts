import { isIP } from "node:net";
import { resolve } from "node:path";

import { sandboxPolicies, type SandboxPolicy } from "@slipway/programme";

/** What reading one setting gave: its value, or what was expected instead. */
export type Reading<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "wrong"; readonly expected: string };

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** The kinds of log lines, most important first; `silent` logs nothing. */
export type LogLevel = (typeof logLevels)[number];

const logFormats = ["json", "text"] as const;

/** How a line of the log looks. */
export type LogFormat = (typeof logFormats)[number];

const allRoles = ["api", "worker"] as const;

/** What a process is there for. */
export type Role = (typeof allRoles)[number];

export function readPath(text: string): Reading<string> {
  if (text.includes("\0")) return { kind: "wrong", expected: "a path" };
  return { kind: "value", value: resolve(text) };
}

export function readDatabaseUrl(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPostgres = url?.protocol === "postgres:" || url?.protocol === "postgresql:";
  if (isPostgres) return { kind: "value", value: text };
  return { kind: "wrong", expected: "an address like postgres://user:password@host/database" };
}

export function readSmtpUrl(text: string): Reading<string> {
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

export function readMailAddress(text: string): Reading<string> {
  if (/^[^\s<>@,;:"]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text))
    return { kind: "value", value: text };
  return { kind: "wrong", expected: "an address like slipway@example.test, without a name" };
}

export function readHost(text: string): Reading<string> {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text);
  if (isIP(text) !== 0 || isName) return { kind: "value", value: text };
  return { kind: "wrong", expected: "an IP address or host name without port" };
}

export function readPort(text: string): Reading<number> {
  const port = readWhole(text);
  if (port !== undefined && port <= 65_535) return { kind: "value", value: port };
  return { kind: "wrong", expected: "a port number from 0 to 65535" };
}

export function readBase(text: string): Reading<string> {
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

export function readBoolean(text: string): Reading<boolean> {
  if (text === "true" || text === "false") return { kind: "value", value: text === "true" };
  return { kind: "wrong", expected: "true or false" };
}

export function readLogLevel(text: string): Reading<LogLevel> {
  const level = logLevels.find((known) => known === text);
  if (level !== undefined) return { kind: "value", value: level };
  return { kind: "wrong", expected: `one of ${logLevels.join(", ")}` };
}

export function readLogFormat(text: string): Reading<LogFormat> {
  const format = logFormats.find((known) => known === text);
  if (format !== undefined) return { kind: "value", value: format };
  return { kind: "wrong", expected: `one of ${logFormats.join(", ")}` };
}

export function readRoles(text: string): Reading<readonly Role[]> {
  const named = text.split(",").map((one) => one.trim());
  const roles = allRoles.filter((role) => named.includes(role));
  if (roles.length === new Set(named).size) return { kind: "value", value: roles };
  return { kind: "wrong", expected: "api, worker, or both with a comma between" };
}

export function readSandboxPolicy(text: string): Reading<SandboxPolicy> {
  const policy = sandboxPolicies.find((known) => known === text);
  if (policy !== undefined) return { kind: "value", value: policy };
  return { kind: "wrong", expected: sandboxPolicies.join(" or ") };
}

export function readTimeout(text: string): Reading<number> {
  const timeoutMs = readWhole(text);
  const isFit = timeoutMs !== undefined && timeoutMs >= 1 && timeoutMs <= 600_000;
  if (isFit) return { kind: "value", value: timeoutMs };
  return { kind: "wrong", expected: "a whole number of milliseconds from 1 to 600000" };
}

function readWhole(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
