import { Type, type Static, type TSchema } from "typebox";

import { parseBody, type Parsed } from "../parse-body.ts";
import {
  dialect,
  filled,
  linkSchema,
  statusChangeEventSchema,
  vendorErrorSchema,
} from "../shared-contract.ts";

// The contract between Slipway and a partner of the Prime assessment framework. It is ours: the vendor's own is not public
// (UNK). guide.md explains it to partners, schemas/*.json are these schemas; contract.test.ts holds them together.
// Schemas allow unknown members everywhere: both sides ignore what they do not know.

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

export type AssessmentPackage = Static<typeof assessmentPackageSchema>;
export type PackageList = Static<typeof packageListSchema>;
export type Order = Static<typeof orderSchema>;
export type AcceptedOrder = Static<typeof acceptedOrderSchema>;
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

/** Parses the text of a package list. Unknown members are allowed; never throws. */
export function parsePackageList(text: string): Parsed<PackageList> {
  return parseBody(packageListSchema, text);
}

/** Parses the text of an answer that accepts an order. Unknown members are allowed; never throws. */
export function parseAcceptedOrder(text: string): Parsed<AcceptedOrder> {
  return parseBody(acceptedOrderSchema, text);
}

/** Parses the text of an order's status. Unknown members are allowed; never throws. */
export function parseOrderStatus(text: string): Parsed<OrderStatus> {
  return parseBody(orderStatusSchema, text);
}
