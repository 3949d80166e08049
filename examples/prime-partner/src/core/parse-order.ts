import { unreadable } from "./refusal.ts";

/** An order as it arrived. What the platform did not know is undefined; texts may be blank. */
export interface ReceivedOrder {
  readonly orderId: string;
  readonly customerId: string;
  readonly packageId: string | undefined;
  readonly test: boolean;
  readonly candidate: {
    readonly id: number;
    readonly firstName: string | undefined;
    readonly lastName: string | undefined;
    readonly email: string | undefined;
  };
  readonly job: { readonly id: number; readonly title: string | undefined };
  readonly workflowId: number;
  /** The ATS of this order's customer: no other address is ever called for it. */
  readonly atsAddress: string;
}

/** Parses the body of an order; refuses with 400 when a member has a wrong type. Unknown members are ignored. */
export function parseOrder(body: unknown): ReceivedOrder {
  const order = objectOf("the order", body);
  const candidate = objectOf("candidate", order["candidate"]);
  const job = objectOf("job", order["job"]);
  return {
    orderId: textOf("orderId", order["orderId"]),
    customerId: textOf("customerId", order["customerId"]),
    packageId: optionalTextOf("packageId", order["packageId"]),
    test: order["test"] === true,
    candidate: {
      id: idOf("candidate.id", candidate["id"]),
      firstName: optionalTextOf("candidate.firstName", candidate["firstName"]),
      lastName: optionalTextOf("candidate.lastName", candidate["lastName"]),
      email: optionalTextOf("candidate.email", candidate["email"]),
    },
    job: { id: idOf("job.id", job["id"]), title: optionalTextOf("job.title", job["title"]) },
    workflowId: idOf("workflow.id", objectOf("workflow", order["workflow"])["id"]),
    atsAddress: addressOf("api.baseUrl", objectOf("api", order["api"])["baseUrl"]),
  };
}

function objectOf(where: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    // Neither null nor a list: an object.
    return value as Readonly<Record<string, unknown>>;
  }
  throw unreadable(`${where}: expected an object`);
}

function textOf(where: string, value: unknown): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw unreadable(`${where}: expected a text`);
}

function optionalTextOf(where: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw unreadable(`${where}: expected a text`);
}

function idOf(where: string, value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw unreadable(`${where}: expected a whole number`);
}

function addressOf(where: string, value: unknown): string {
  const text = textOf(where, value);
  const isWeb = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isWeb) throw unreadable(`${where}: expected an absolute address`);
  return text.replace(/\/+$/, "");
}
