import { readFileSync } from "node:fs";

import { behaviourNamed } from "./behaviour.ts";
import { parseCustomers } from "./customer.ts";
import { startStandardPartner } from "./start-standard-partner.ts";

// STANDARD_PARTNER_CUSTOMERS: a JSON file of customers by customer id. STANDARD_PARTNER_PORT: 9200 unless set.
// STANDARD_PARTNER_FAULT: the name of a fault to have, for trying the judge.

const { env } = process;
const file = env["STANDARD_PARTNER_CUSTOMERS"];
const fault = env["STANDARD_PARTNER_FAULT"];

const partner = await startStandardPartner({
  port: Number(env["STANDARD_PARTNER_PORT"] ?? 9200),
  ...(file === undefined ? {} : { customers: parseCustomers(readFileSync(file, "utf8")) }),
  ...(fault === undefined ? {} : { behaviour: behaviourNamed(fault) }),
  onFault: (problem) => process.stderr.write(`${String(problem)}\n`),
});
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => void partner.close());
process.stdout.write(`${JSON.stringify({ endpoint: partner.endpoint })}\n`);
