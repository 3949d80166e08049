import { Type, type Static } from "typebox";

import { parseBody, type Parsed } from "./parse-body.ts";

// What the contracts of several frameworks have in common: the vendor's events and its error standard.

export const dialect = "https://json-schema.org/draft/2020-12/schema";
export const filled = { pattern: "\\S" };

/** A link of an event or an order to a profile. */
export const linkSchema = Type.Object({
  rel: Type.String(),
  title: Type.String(),
  url: Type.String(),
});

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

/** Body of `POST {endpoint}/events` after decompression (PAY: ids are strings). */
export const statusChangeEventSchema = Type.Object(
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

export type VendorError = Static<typeof vendorErrorSchema>;

/** Parses the text of a refusal in the vendor's error standard. Unknown members are allowed; never throws. */
export function parseVendorError(text: string): Parsed<VendorError> {
  return parseBody(vendorErrorSchema, text);
}
