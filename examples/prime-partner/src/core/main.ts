import { existsSync, readFileSync, unwatchFile, watchFile } from "node:fs";

import { parseConfiguration } from "./configuration.ts";
import { sandboxCustomers } from "./sandbox-customers.ts";
import { startPartner } from "./start-partner.ts";

// `partner.json` is the configuration. Beside it `slipway validate --credentials-file sandbox.json` writes the customers of a
// sandbox, which are taken as soon as they are there. SLIPWAY_PARTNER_PASSWORD is the password with which the platform calls.

const { PARTNER_CONFIG = "partner.json", SANDBOX_FILE = "sandbox.json", PORT } = process.env;
const password = process.env["SLIPWAY_PARTNER_PASSWORD"] ?? "";
if (password === "") {
  process.stderr.write(
    "Expected the password for calls of the platform in SLIPWAY_PARTNER_PASSWORD, found none.\n",
  );
  process.exit(2);
}

const partner = await startPartner({
  ...parseConfiguration(readFileSync(PARTNER_CONFIG, "utf8")),
  ...(PORT !== undefined && { port: Number(PORT) }),
  log: warn,
});
takeSandbox();
watchFile(SANDBOX_FILE, { interval: 250 }, takeSandbox);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void end());
process.stdout.write(`The partner listens at ${partner.endpoint}\n`);

function takeSandbox(): void {
  if (!existsSync(SANDBOX_FILE)) return;
  try {
    const platform = { username: "slipway", password };
    const customers = sandboxCustomers(readFileSync(SANDBOX_FILE, "utf8"), platform);
    for (const [id, customer] of customers) partner.configureCustomer(id, customer);
    process.stdout.write(`Customers of the sandbox: ${[...customers.keys()].join(", ")}\n`);
  } catch (error) {
    // Half written, or a mistake: what was configured before stays until the file is right.
    warn(`${SANDBOX_FILE} was not taken: ${String(error)}`);
  }
}

async function end(): Promise<void> {
  unwatchFile(SANDBOX_FILE);
  await partner.close();
}

function warn(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}
