// The parsed configuration: everything that differs between customers stands here, nothing of it in code.

export interface PartnerConfiguration {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How long a test order stays open before it completes by itself. */
  readonly testCompletionMs: number;
  /** Completes every order as if it were a test order. */
  readonly completeAll: boolean;
  /** File of JSON lines in which orders survive a restart; undefined: they live in memory only. */
  readonly ordersFile: string | undefined;
  /** Start of the addresses that candidates and recruiters open. */
  readonly publicAddress: string;
  readonly customers: Readonly<Record<string, CustomerConfiguration>>;
}

export interface CustomerConfiguration {
  /** With which this partner calls the customer's ATS. */
  readonly ats: Credentials;
  /** With which the platform calls this partner for the customer. */
  readonly platform: PlatformCredentials;
  readonly packages: readonly AssessmentPackage[];
  /** Fields of the manifest that this customer wants required beyond the contract's own, as `person.phones`. */
  readonly requiredFields?: readonly string[];
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Without a method: Basic. */
export type PlatformCredentials =
  | (Credentials & { readonly method?: "basic" })
  | { readonly method: "hmac"; readonly username: string; readonly sharedKey: string }
  /** A client of this partner's own token endpoint, `/oauth/token`. */
  | { readonly method: "oauth"; readonly clientId: string; readonly clientSecret: string };

export interface AssessmentPackage {
  readonly packageId: string;
  readonly name: string;
  readonly description?: string;
  readonly active: boolean;
}

/** Parses the text of a configuration file; throws an error that names every fault at once. */
export function parseConfiguration(text: string): Partial<PartnerConfiguration> {
  const value: unknown = JSON.parse(text);
  const faults = isObject(value) ? configurationFaults(value) : ["expected a JSON object"];
  if (faults.length > 0) throw new Error(`The configuration cannot be used: ${faults.join("; ")}.`);
  // configurationFaults has looked at every member.
  return value as Partial<PartnerConfiguration>;
}

/** Parses what one customer is configured with; throws an error that names every fault at once. */
export function parseCustomer(value: unknown): CustomerConfiguration {
  const faults = customerFaults("customer", value);
  if (faults.length > 0)
    throw new Error(`The customer cannot be configured: ${faults.join("; ")}.`);
  // customerFaults has looked at every member.
  return value as CustomerConfiguration;
}

function configurationFaults(file: Readonly<Record<string, unknown>>): readonly string[] {
  const { customers = {} } = file;
  return [
    ...wrongType(file, ["host", "ordersFile", "publicAddress"], "string"),
    ...wrongType(file, ["port", "testCompletionMs"], "number"),
    ...wrongType(file, ["completeAll"], "boolean"),
    ...(isObject(customers)
      ? Object.entries(customers).flatMap(([id, one]) => customerFaults(`customers.${id}`, one))
      : ["customers: expected an object by customer id"]),
  ];
}

function customerFaults(where: string, value: unknown): readonly string[] {
  if (!isObject(value)) return [`${where}: expected an object`];
  const packages = value["packages"];
  return [
    ...credentialFaults(`${where}.ats`, value["ats"]),
    ...platformFaults(`${where}.platform`, value["platform"]),
    ...(Array.isArray(packages)
      ? packages.flatMap((one: unknown, place) => packageFaults(`${where}.packages.${place}`, one))
      : [`${where}.packages: expected a list`]),
  ];
}

function credentialFaults(where: string, value: unknown): readonly string[] {
  const isFilled = isObject(value) && isText(value["username"]) && isText(value["password"]);
  return isFilled ? [] : [`${where}: expected username and password`];
}

function platformFaults(where: string, value: unknown): readonly string[] {
  const method = isObject(value) ? (value["method"] ?? "basic") : "basic";
  if (!isObject(value) || method === "basic") return credentialFaults(where, value);
  const needed = { hmac: ["username", "sharedKey"], oauth: ["clientId", "clientSecret"] };
  if (method !== "hmac" && method !== "oauth")
    return [`${where}.method: expected basic, hmac or oauth`];
  return needed[method]
    .filter((name) => !isText(value[name]))
    .map((name) => `${where}.${name}: expected a text`);
}

function packageFaults(where: string, value: unknown): readonly string[] {
  const isPackage =
    isObject(value) &&
    isText(value["packageId"]) &&
    isText(value["name"]) &&
    typeof value["active"] === "boolean";
  return isPackage ? [] : [`${where}: expected packageId, name and active`];
}

function wrongType(
  file: Readonly<Record<string, unknown>>,
  names: readonly string[],
  type: "string" | "number" | "boolean",
): readonly string[] {
  return names
    .filter((name) => file[name] !== undefined && typeof file[name] !== type)
    .map((name) => `${name}: expected a ${type}`);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
