import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** The listeners of a platform, with the setting of each one's port. */
const portSettings = {
  platform: "SLIPWAY_PORT",
  sandboxA: "SLIPWAY_SANDBOX_PORT_A",
  sandboxB: "SLIPWAY_SANDBOX_PORT_B",
} as const;

type Listener = keyof typeof portSettings;

const listeners = Object.keys(portSettings) as readonly Listener[];

/** Where the listeners of the platform of a data folder answer, or answered last. */
export type Addresses = Readonly<Record<Listener, string>>;

/** The data folder of an installation: as named, else of the environment, else `.slipway` here. */
export function dataFolderOf(named: string | undefined, env: NodeJS.ProcessEnv): string {
  return resolve(named ?? env["SLIPWAY_DATA"] ?? ".slipway");
}

/**
 * The environment of a platform of ours: this command's own secrets left out, only serious lines logged, and on the ports on
 * which the folder was served last, so that addresses which a partner has stored go on leading somewhere.
 */
export async function platformEnvironment(
  env: NodeJS.ProcessEnv,
  folder: string,
): Promise<NodeJS.ProcessEnv> {
  return {
    ...portsOf(await readAddresses(folder)),
    SLIPWAY_LOG_LEVEL: "warn",
    ...withoutOwnSecrets(env),
    SLIPWAY_DATA: folder,
  };
}

/** The environment of a program of ours that serves nobody: this command's own secrets left out. */
export function maintenanceEnvironment(
  folder: string | undefined,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  return { ...withoutOwnSecrets(env), SLIPWAY_DATA: dataFolderOf(folder, env) };
}

/** The environment of a platform on any free ports. */
export function onFreePorts(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, ...Object.fromEntries(listeners.map((one) => [portSettings[one], "0"])) };
}

/** Whether somebody chose the ports, so that no other ones will do. */
export function hasChosenPorts(env: NodeJS.ProcessEnv): boolean {
  return listeners.some((one) => env[portSettings[one]] !== undefined);
}

/** The ports for a platform on `port` and the two after it; 0 takes any free ones. */
export function portsFrom(port: number): NodeJS.ProcessEnv {
  return Object.fromEntries(
    listeners.map((one, index) => [portSettings[one], String(port === 0 ? 0 : port + index)]),
  );
}

export function withoutOwnSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { SLIPWAY_PARTNER_PASSWORD: _partner, SLIPWAY_TOKEN: _token, ...rest } = env;
  return rest;
}

/** What the platform of a folder left there; undefined where there is nothing to read. */
export async function readAddresses(folder: string): Promise<Addresses | undefined> {
  const text = await readFile(join(folder, "addresses.json"), "utf8").catch(() => ""); // Never served.
  try {
    const found = JSON.parse(text) as Partial<Addresses>;
    // Written by the platform; of another version it may lack something.
    return listeners.every((one) => URL.canParse(String(found[one])))
      ? (found as Addresses)
      : undefined;
  } catch {
    return undefined; // Not there, or not whole: it only spares asking for the address.
  }
}

function portsOf(addresses: Addresses | undefined): NodeJS.ProcessEnv {
  if (addresses === undefined) return {};
  const portOf = (listener: Listener): string => new URL(addresses[listener]).port;
  // A public base behind a proxy says nothing of the port on this machine.
  if (listeners.some((listener) => portOf(listener) === "")) return {};
  return Object.fromEntries(listeners.map((one) => [portSettings[one], portOf(one)]));
}
