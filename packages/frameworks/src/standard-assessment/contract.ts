import { Type, type TSchema } from "typebox";

import {
  dialect,
  linkSchema,
  statusChangeEventSchema,
  vendorErrorSchema,
} from "../shared-contract.ts";

// The contract between the ATS and a partner of the Standard assessment framework: the vendor's own events and error standard.
// guide.md explains it to partners, schemas/*.json are these schemas; contract.test.ts holds them together. Schemas allow unknown
// members everywhere: both sides ignore what they do not know.

/** Body of `POST {endpoint}/events` when a candidate completed an application, after decompression (PAY: ids are strings). */
const applicationCompletedEventSchema = Type.Object(
  {
    eventType: Type.Union([
      Type.Literal("ApplicationCompletedEvent"),
      Type.Literal("AssessmentEvent"),
    ]),
    customerId: Type.String(),
    systemId: Type.String(),
    userId: Type.String(),
    returnUrl: Type.String({ format: "uri" }),
    links: Type.Array(linkSchema),
  },
  { $schema: dialect, title: "Application completed event" },
);

/** A row of `assessmentresults` as a partner writes it. */
const resultRowSchema = Type.Object(
  {
    assessmentname: Type.Object({ value: Type.String() }),
    assessmentdate: Type.Optional(Type.String()),
    assessmentstatus: Type.Object({ id: Type.String() }),
    assessmentscore: Type.Optional(Type.Number()),
    assessmentresult: Type.Optional(Type.String({ maxLength: 128 })),
    assessmentnotes: Type.Optional(Type.String({ maxLength: 192 })),
    assessmenturl: Type.Optional(Type.String({ format: "uri" })),
  },
  { $schema: dialect, title: "Assessment result row" },
);

/** The published schemas by the name of their file in `schemas/`. */
export const standardSchemas: Readonly<Record<string, TSchema>> = {
  "application-completed-event": applicationCompletedEventSchema,
  "result-row": resultRowSchema,
  "status-change-event": statusChangeEventSchema,
  "vendor-error": vendorErrorSchema,
};
