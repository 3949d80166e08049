import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import type { CustomerConfiguration } from "@slipway/example-prime-partner";
import type { Credential, Region, Sandbox } from "@slipway/platform-client";

/** What the example partner is configured with: each customer's credentials and packages. */
export interface PartnerCustomers {
  readonly customers: Readonly<Record<string, CustomerConfiguration>>;
}

// Each customer bought other packages, under ids of its own: nothing here is the same for two of them.
const packagesOf: Readonly<Record<Region, CustomerConfiguration["packages"]>> = {
  a: [
    { packageId: "harbour-numeric", name: "Harbour numerical reasoning", active: true },
    { packageId: "harbour-judgement", name: "Harbour situational judgement", active: true },
    { packageId: "harbour-retired", name: "Harbour typing test", active: false },
  ],
  b: [
    { packageId: "51-logic", name: "Logik und Zahlen", active: true },
    { packageId: "52-language", name: "Sprachverständnis", active: true },
  ],
};

/** New configuration for both tenants of a sandbox, with fresh credentials for the platform's calls. */
export function configureCustomers(
  sandbox: Sandbox,
  credentials: Readonly<Record<Region, Credential>>,
): PartnerCustomers {
  const customerOf = (region: Region): readonly [string, CustomerConfiguration] => {
    const { customerId, username, password } = credentials[region];
    return [
      customerId,
      {
        ats: { username, password },
        platform: {
          username: `slipway-${sandbox.tenants[region].customerId}`,
          password: randomBytes(18).toString("base64url"),
        },
        packages: packagesOf[region],
      },
    ];
  };
  return { customers: Object.fromEntries([customerOf("a"), customerOf("b")]) };
}

/** The configuration that an earlier start left; undefined when there is none that knows both customers. */
export async function readCustomers(
  file: string,
  sandbox: Sandbox,
): Promise<PartnerCustomers | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  if (text === "") return undefined;
  // Written by `writeCustomers` below.
  const kept = JSON.parse(text) as PartnerCustomers;
  const ids = [sandbox.tenants.a.customerId, sandbox.tenants.b.customerId];
  return ids.every((id) => Object.hasOwn(kept.customers, id)) ? kept : undefined;
}

/** Keeps the configuration for the next start; it holds secrets, so that only its owner may read it. */
export async function writeCustomers(file: string, customers: PartnerCustomers): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(customers, undefined, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}
