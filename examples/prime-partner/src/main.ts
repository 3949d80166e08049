import { readFileSync, unwatchFile, watchFile } from "node:fs";
import { parseArgs } from "node:util";

import { parseConfiguration, type PartnerConfiguration } from "./core/configuration.ts";
import { behaviourNamed } from "./faults/all-faults.ts";
import { startPrimePartner, type PartnerOptions } from "./start-prime-partner.ts";

// Configuration: a JSON file (`--config FILE` or PRIME_PARTNER_CONFIG), over which single variables go. Customers are taken
// from the file again whenever it changes. Standard output carries one line, when the partner listens; logs go to standard error.

const { values: flags } = parseArgs({
  options: {
    config: { type: "string" },
    port: { type: "string" },
    "control-port": { type: "string" },
    "complete-all": { type: "boolean" },
  },
});
const file = flags.config ?? process.env["PRIME_PARTNER_CONFIG"];

const partner = await startPrimePartner({
  ...(file === undefined ? {} : readConfiguration(file)),
  ...fromSurroundings(),
  ...behaviourFromSurroundings(),
  log: warn,
});
if (file !== undefined) watchFile(file, { interval: 250 }, () => takeCustomers(file));
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void end());
process.stdout.write(`${JSON.stringify(readyLine())}\n`);

function readConfiguration(path: string): Partial<PartnerConfiguration> {
  return parseConfiguration(readFileSync(path, "utf8"));
}

function fromSurroundings(): Partial<PartnerConfiguration> & Pick<PartnerOptions, "controlPort"> {
  const { env } = process;
  const port = flags.port ?? env["PRIME_PARTNER_PORT"];
  const controlPort = flags["control-port"] ?? env["PRIME_PARTNER_CONTROL_PORT"];
  return {
    ...(env["PRIME_PARTNER_HOST"] && { host: env["PRIME_PARTNER_HOST"] }),
    ...(env["PRIME_PARTNER_ORDERS_FILE"] && { ordersFile: env["PRIME_PARTNER_ORDERS_FILE"] }),
    ...(port && { port: portNumber(port) }),
    ...(controlPort && { controlPort: portNumber(controlPort) }),
    ...(flags["complete-all"] && { completeAll: true }),
  };
}

function behaviourFromSurroundings(): Pick<PartnerOptions, "behaviour"> {
  const name = process.env["PRIME_PARTNER_FAULT"];
  return name === undefined ? {} : { behaviour: behaviourNamed(name) };
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`Expected a port from 0 to 65535, found "${text}".`);
}

function takeCustomers(path: string): void {
  try {
    const { customers = {} } = readConfiguration(path);
    for (const [id, customer] of Object.entries(customers)) partner.configureCustomer(id, customer);
  } catch (error) {
    // Half written, or a mistake: what was configured before stays until the file is right.
    warn(`the configuration file was not taken: ${String(error)}`);
  }
}

function readyLine(): Readonly<Record<string, unknown>> {
  const { endpoint, controlEndpoint } = partner;
  const control = controlEndpoint && { controlPort: Number(new URL(controlEndpoint).port) };
  return { ready: true, port: Number(new URL(endpoint).port), ...control };
}

async function end(): Promise<void> {
  if (file !== undefined) unwatchFile(file);
  await partner.close();
}

function warn(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}
