import { Type, type Static, type TSchema } from "typebox";
import { Errors } from "typebox/value";

// The contract between Slipway and a partner of the Prime assessment framework. It is ours: the vendor's own is not public
// (UNK). guide.md explains it to partners, schemas/*.json are these schemas; contract.test.ts holds them together.
// Schemas allow unknown members everywhere: both sides ignore what they do not know.

const dialect = "https://json-schema.org/draft/2020-12/schema";
const filled = { pattern: "\\S" };

/** A package that the partner offers to one customer. Ids are the partner's own and differ per customer. */
export const assessmentPackageSchema = Type.Object({
  packageId: Type.String({ ...filled, maxLength: 128 }),
  name: Type.String({ ...filled, maxLength: 192 }),
  description: Type.Optional(Type.String()),
  active: Type.Boolean(),
});

/** Answer to `GET {endpoint}/packages?customerId=…`. */
export const packageListSchema = Type.Object(
  { packages: Type.Array(assessmentPackageSchema) },
  { $schema: dialect, title: "Prime package list" },
);

const linkSchema = Type.Object({ rel: Type.String(), title: Type.String(), url: Type.String() });

/** An order that a partner has to accept: the body of `POST {endpoint}/orders` with every required field present and filled. */
export const orderSchema = Type.Object(
  {
    orderId: Type.String(filled),
    customerId: Type.String(filled),
    packageId: Type.String(filled),
    test: Type.Optional(Type.Boolean()),
    createdAt: Type.String({ format: "date-time" }),
    candidate: Type.Object({
      id: Type.Integer(),
      firstName: Type.String(filled),
      lastName: Type.String(filled),
      email: Type.String(filled),
      phone: Type.Optional(Type.String()),
    }),
    job: Type.Object({
      id: Type.Integer(),
      title: Type.String(filled),
      location: Type.Optional(Type.String()),
    }),
    recruiter: Type.Object({ id: Type.Integer(), email: Type.String() }),
    workflow: Type.Object({ id: Type.Integer() }),
    links: Type.Array(linkSchema),
    api: Type.Object({ baseUrl: Type.String({ format: "uri" }) }),
  },
  { $schema: dialect, title: "Prime order" },
);

/** Answer 202 (or 200) to an order. */
export const acceptedOrderSchema = Type.Object(
  {
    partnerOrderId: Type.String(filled),
    assessmentUrl: Type.Optional(Type.String({ format: "uri" })),
  },
  { $schema: dialect, title: "Prime accepted order" },
);

/** Body of every refusal and failure: the vendor's error standard (DOC). */
export const vendorErrorSchema = Type.Object(
  {
    error: Type.Object({
      userMessage: Type.String(filled),
      debugErrorMessage: Type.Optional(Type.String()),
    }),
  },
  { $schema: dialect, title: "Vendor error" },
);

/** Answer to `GET {endpoint}/orders/{orderId}?customerId=…`. */
export const orderStatusSchema = Type.Object(
  {
    orderId: Type.String(filled),
    status: Type.Union([
      Type.Literal("sent"),
      Type.Literal("in-progress"),
      Type.Literal("complete"),
      Type.Literal("incomplete"),
      Type.Literal("cancelled"),
    ]),
    completedAt: Type.Optional(Type.String({ format: "date-time" })),
  },
  { $schema: dialect, title: "Prime order status" },
);

/** Body of `POST {endpoint}/orders/{orderId}/cancel`. */
const cancelRequestSchema = Type.Object(
  {
    orderId: Type.String(filled),
    customerId: Type.String(filled),
    reason: Type.Optional(Type.String()),
  },
  { $schema: dialect, title: "Prime cancel request" },
);

/** Body of `POST {endpoint}/events` after decompression (PAY: ids are strings). */
const statusChangeEventSchema = Type.Object(
  {
    eventType: Type.Literal("WorkFlowStatusChangeEvent"),
    customerId: Type.String(),
    systemId: Type.String(),
    jobId: Type.String(),
    personId: Type.String(),
    userId: Type.String(),
    oldStatus: Type.String(),
    newStatus: Type.String(),
    links: Type.Array(linkSchema),
  },
  { $schema: dialect, title: "Workflow status change event" },
);

export type AssessmentPackage = Static<typeof assessmentPackageSchema>;
export type PackageList = Static<typeof packageListSchema>;
export type Order = Static<typeof orderSchema>;
export type AcceptedOrder = Static<typeof acceptedOrderSchema>;
export type VendorError = Static<typeof vendorErrorSchema>;
export type OrderStatus = Static<typeof orderStatusSchema>;

/** The published schemas by the name of their file in `schemas/`. */
export const primeSchemas: Readonly<Record<string, TSchema>> = {
  "accepted-order": acceptedOrderSchema,
  "cancel-request": cancelRequestSchema,
  order: orderSchema,
  "order-status": orderStatusSchema,
  "package-list": packageListSchema,
  "status-change-event": statusChangeEventSchema,
  "vendor-error": vendorErrorSchema,
};

/** One thing wrong in what a partner answered. */
export interface ContractFinding {
  /** Path in the body, as `packages.0.packageId`; empty for the body as a whole. */
  readonly where: string;
  /** What is wrong there, as `must be boolean`. */
  readonly message: string;
}

export type Parsed<Value> =
  | { readonly kind: "parsed"; readonly value: Value }
  | { readonly kind: "findings"; readonly findings: readonly ContractFinding[] };

/** Parses the text of a package list. Unknown members are allowed; never throws. */
export function parsePackageList(text: string): Parsed<PackageList> {
  return parseBody(packageListSchema, text);
}

/** Parses the text of an answer that accepts an order. Unknown members are allowed; never throws. */
export function parseAcceptedOrder(text: string): Parsed<AcceptedOrder> {
  return parseBody(acceptedOrderSchema, text);
}

/** Parses the text of a refusal in the vendor's error standard. Unknown members are allowed; never throws. */
export function parseVendorError(text: string): Parsed<VendorError> {
  return parseBody(vendorErrorSchema, text);
}

/** Parses the text of an order's status. Unknown members are allowed; never throws. */
export function parseOrderStatus(text: string): Parsed<OrderStatus> {
  return parseBody(orderStatusSchema, text);
}

function parseBody<Schema extends TSchema>(schema: Schema, text: string): Parsed<Static<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // JSON.parse throws SyntaxError only.
    return {
      kind: "findings",
      findings: [{ where: "", message: `is no JSON: ${(error as Error).message}` }],
    };
  }
  const findings = Errors(schema, value).flatMap(toFindings);
  // No errors: the value has the schema's type.
  return findings.length === 0
    ? { kind: "parsed", value: value as Static<Schema> }
    : { kind: "findings", findings };
}

function toFindings(error: ReturnType<typeof Errors>[number]): readonly ContractFinding[] {
  const place = error.instancePath.split("/").slice(1);
  if (error.keyword === "required") {
    return error.params.requiredProperties.map((name) => ({
      where: [...place, name].join("."),
      message: "is missing",
    }));
  }
  return [{ where: place.join("."), message: error.message }];
}
