import { Type } from "typebox";

const closed = { additionalProperties: false };

const connection = Type.Object(
  {
    endpoint: Type.String({ minLength: 8, maxLength: 2000, pattern: "^https?://[^/]" }),
    authentication: Type.Object(
      {
        method: Type.Literal("basic"),
        username: Type.String({ minLength: 1, maxLength: 255, pattern: "^[^:]+$" }),
        password: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
      },
      closed,
    ),
    trustedCertificates: Type.Optional(Type.String({ minLength: 1, maxLength: 200_000 })),
    enablement: Type.Object(
      {
        customerId: Type.String({ minLength: 1, maxLength: 60 }),
        authenticationMethod: Type.Literal("basic"),
        ipAddresses: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 200 }),
        packageIds: Type.Array(Type.String({ minLength: 1, maxLength: 128 }), { maxItems: 1000 }),
        optionalFeatures: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
          maxItems: 100,
        }),
      },
      closed,
    ),
  },
  closed,
);

const manifestEntry = Type.Object(
  {
    profileType: Type.Union([
      Type.Literal("person"),
      Type.Literal("job"),
      Type.Literal("company"),
      Type.Literal("applicantworkflow"),
    ]),
    field: Type.String({ minLength: 1, maxLength: 120 }),
    access: Type.Union([Type.Literal("read"), Type.Literal("read-write")]),
    required: Type.Boolean(),
  },
  closed,
);

/** What a partner enters to be called: one connection per tenant, and the declaration. */
export const partnerSetupSchema = Type.Object(
  {
    connections: Type.Object({ a: connection, b: connection }, closed),
    declaration: Type.Object(
      {
        completesTestOrders: Type.Boolean(),
        supportsCancel: Type.Boolean(),
        addsTestPackage: Type.Optional(Type.Boolean()),
        manifest: Type.Array(manifestEntry, { maxItems: 1000 }),
        wordings: Type.Record(
          Type.String({ maxLength: 120 }),
          Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 50 }),
        ),
      },
      closed,
    ),
  },
  closed,
);
