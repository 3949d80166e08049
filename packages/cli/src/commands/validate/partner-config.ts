import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import type { Declaration, Region } from "@slipway/platform-client";

import { FileProblem } from "../../command-line.problems.ts";
import { readPassword } from "./read-password.ts";

/** What a partner states in a file; everything in it may be left out. */
export interface PartnerConfig {
  readonly declaration: Partial<Declaration>;
  readonly tenants: Readonly<Record<Region, TenantConfig>>;
}

export interface TenantConfig {
  readonly endpoint: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly ipAddresses: readonly string[];
  readonly packageIds: readonly string[];
  readonly optionalFeatures: readonly string[] | undefined;
}

type Members = Readonly<Record<string, unknown>>;

const known = {
  file: ["declaration", "tenants"],
  tenants: ["a", "b"],
  tenant: ["endpoint", "authentication", "enablement"],
  authentication: ["username", "password", "passwordFile"],
  enablement: ["ipAddresses", "packageIds", "optionalFeatures"],
  declaration: ["completesTestOrders", "supportsCancel", "addsTestPackage", "manifest", "wordings"],
} as const;

/** Reads the file of `--partner-config`; throws a FileProblem that names every fault. Without a file nothing is stated. */
export async function readPartnerConfig(file: string | undefined): Promise<PartnerConfig> {
  if (file === undefined) return partnerConfigOf({}, async () => undefined);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new FileProblem(`Expected a partner configuration in ${file}, found no file.`, error);
  });
  const faults: string[] = [];
  const members = membersOf(parsed(text, faults), "the file", faults);
  checkMembers(members, faults);
  if (faults.length > 0) {
    throw new FileProblem(
      `Expected a partner configuration that can be read, found ${faults.length} faults in ${file}:\n${faults.map((fault) => `  ${fault}`).join("\n")}\nCorrect them; "slipway validate --help" shows an example.`,
    );
  }
  return partnerConfigOf(members, async (name) => readPassword(resolve(dirname(file), name)));
}

function parsed(text: string, faults: string[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    faults.push(`expected JSON, found: ${error instanceof Error ? error.message : String(error)}`);
    return {};
  }
}

function checkMembers(file: Members, faults: string[]): void {
  checkNames(file, { where: "", names: known.file }, faults);
  const declaration = membersOf(file["declaration"] ?? {}, "declaration", faults);
  checkNames(declaration, { where: "declaration.", names: known.declaration }, faults);
  const tenants = membersOf(file["tenants"] ?? {}, "tenants", faults);
  checkNames(tenants, { where: "tenants.", names: known.tenants }, faults);
  for (const [region, value] of Object.entries(tenants)) {
    const where = `tenants.${region}`;
    const tenant = membersOf(value, where, faults);
    checkNames(tenant, { where: `${where}.`, names: known.tenant }, faults);
    for (const part of ["authentication", "enablement"] as const) {
      const members = membersOf(tenant[part] ?? {}, `${where}.${part}`, faults);
      checkNames(members, { where: `${where}.${part}.`, names: known[part] }, faults);
      checkValues(members, { where: `${where}.${part}.`, isList: part === "enablement" }, faults);
    }
    checkValues({ endpoint: tenant["endpoint"] }, { where: `${where}.`, isList: false }, faults);
  }
}

function membersOf(value: unknown, where: string, faults: string[]): Members {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    // Neither null nor a list: an object.
    return value as Members;
  }
  faults.push(`${where}: expected an object, found ${JSON.stringify(value)}`);
  return {};
}

function checkNames(
  members: Members,
  { where, names }: { readonly where: string; readonly names: readonly string[] },
  faults: string[],
): void {
  for (const name of Object.keys(members)) {
    if (!names.includes(name)) faults.push(`${where}${name}: expected one of ${names.join(", ")}`);
  }
}

function checkValues(
  members: Members,
  { where, isList }: { readonly where: string; readonly isList: boolean },
  faults: string[],
): void {
  for (const [name, value] of Object.entries(members)) {
    const texts = isList && Array.isArray(value) ? value : [value];
    const isFit =
      value === undefined ||
      (Array.isArray(value) === isList && texts.every((text) => typeof text === "string"));
    if (!isFit) faults.push(`${where}${name}: expected ${isList ? "a list of texts" : "a text"}`);
  }
}

async function partnerConfigOf(
  file: Members,
  passwordOf: (file: string) => Promise<string | undefined>,
): Promise<PartnerConfig> {
  // `checkMembers` has looked at every member that is read here; the platform checks what a declaration holds.
  const { declaration = {}, tenants = {} } = file as {
    readonly declaration?: Partial<Declaration>;
    readonly tenants?: Partial<Record<Region, RawTenant>>;
  };
  const tenantOf = async (region: Region): Promise<TenantConfig> => {
    const { endpoint, authentication = {}, enablement = {} } = tenants[region] ?? {};
    const { username, password, passwordFile } = authentication;
    return {
      endpoint,
      username,
      password:
        password ?? (passwordFile === undefined ? undefined : await passwordOf(passwordFile)),
      ipAddresses: enablement.ipAddresses ?? [],
      packageIds: enablement.packageIds ?? [],
      optionalFeatures: enablement.optionalFeatures,
    };
  };
  return { declaration, tenants: { a: await tenantOf("a"), b: await tenantOf("b") } };
}

interface RawTenant {
  readonly endpoint?: string;
  readonly authentication?: {
    readonly username?: string;
    readonly password?: string;
    readonly passwordFile?: string;
  };
  readonly enablement?: {
    readonly ipAddresses?: readonly string[];
    readonly packageIds?: readonly string[];
    readonly optionalFeatures?: readonly string[];
  };
}
