import { InvalidArgumentError } from "commander";

import { UsageProblem } from "./command-line.problems.ts";

/** An argument that must be a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least) return number;
    throw new InvalidArgumentError(`Expected a whole number from ${least}, found "${text}".`);
  };
}

/** A number above 0, with or without a fraction. */
export function positiveNumber(text: string): number {
  const number = /^\d{1,9}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (number > 0) return number;
  throw new InvalidArgumentError(`Expected a number above 0, found "${text}".`);
}

/** A port from 0 (any free one) to the last from which two more follow. */
export function firstPort(text: string): number {
  const port = wholeNumber(0)(text);
  if (port <= 65_533) return port;
  throw new InvalidArgumentError(`Expected a port from 0 to 65533, found "${text}".`);
}

/** An absolute http or https address. */
export function webAddress(text: string): string {
  const isWeb = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (isWeb) return text;
  throw new InvalidArgumentError(
    `Expected an address such as http://127.0.0.1:9100, found "${text}".`,
  );
}

/** How the platform is to prove itself to an endpoint, and as whom; the secret to it is never an argument. */
export interface AuthChoice {
  readonly method: "basic" | "hmac" | "oauth";
  /** The user; with OAuth the client id. */
  readonly user: string;
}

/** `basic:USER`, `hmac:USER` or `oauth:CLIENT_ID`. A secret is never an argument: other users of the machine could read it. */
export function authChoice(text: string): AuthChoice {
  const [, basic] = /^basic:([^:]+)$/u.exec(text) ?? [];
  if (basic !== undefined) return { method: "basic", user: basic };
  const [, hmac] = /^hmac:([!-+\--9;-~]+)$/u.exec(text) ?? [];
  if (hmac !== undefined) return { method: "hmac", user: hmac };
  const [, oauth] = /^oauth:(\S+)$/u.exec(text) ?? [];
  if (oauth !== undefined) return { method: "oauth", user: oauth };
  // What was typed may hold a password: it is not repeated, as commander would.
  throw new UsageProblem(
    "Expected --auth basic:USER, hmac:USER or oauth:CLIENT_ID, found something else. The secret comes from SLIPWAY_PARTNER_PASSWORD, --password-file or the terminal.",
  );
}

/** Ids separated by commas or given one by one; adds to those before. */
export function commaSeparated(text: string, before: readonly string[] = []): readonly string[] {
  const ids = text.split(",").map((id) => id.trim());
  if (ids.every((id) => id !== "")) return [...before, ...ids];
  throw new InvalidArgumentError(`Expected ids such as PA-UC2-1,uc3, found "${text}".`);
}
