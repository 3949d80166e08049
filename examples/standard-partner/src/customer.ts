/** What differs between customers; nothing of it stands in code. */
export interface Customer {
  /** With which this partner calls the customer's ATS. */
  readonly ats: Credentials;
  /** With which the platform calls this partner for the customer. */
  readonly platform: Credentials;
  /** What the customer can choose, by the names in its list of assessment types. */
  readonly assessments: readonly string[];
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Reads customers, by customer id, from the text of a JSON file; fails with a sentence that names the first fault. */
export function parseCustomers(text: string): Readonly<Record<string, Customer>> {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new TypeError("Expected an object of customers by customer id.");
  return Object.fromEntries(Object.entries(value).map(([id, one]) => [id, customerOf(id, one)]));
}

function customerOf(id: string, value: unknown): Customer {
  const { ats, platform, assessments }: Readonly<Record<string, unknown>> = isObject(value)
    ? value
    : {};
  if (!isCredentials(ats) || !isCredentials(platform))
    throw new TypeError(`Expected ats and platform of customer ${id} with username and password.`);
  if (!Array.isArray(assessments) || !assessments.every((one) => typeof one === "string"))
    throw new TypeError(`Expected assessments of customer ${id} as a list of names.`);
  return { ats, platform, assessments };
}

function isCredentials(value: unknown): value is Credentials {
  return (
    isObject(value) &&
    typeof value["username"] === "string" &&
    typeof value["password"] === "string"
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
