import { Type } from "typebox";

import { actor } from "../requests/actor.schema.ts";

const closed = { additionalProperties: false };

const secret = Type.Optional(Type.String({ minLength: 1, maxLength: 1024 }));

const basic = Type.Object(
  {
    method: Type.Literal("basic"),
    username: Type.String({ minLength: 1, maxLength: 255, pattern: "^[^:]+$" }),
    password: secret,
  },
  closed,
);

const hmac = Type.Object(
  {
    method: Type.Literal("hmac"),
    // What an unquoted part of a header can carry: visible characters without the comma that ends it.
    username: Type.String({ minLength: 1, maxLength: 255, pattern: "^[!-+\\--~]+$" }),
    sharedKey: secret,
  },
  closed,
);

const oauth = Type.Object(
  {
    method: Type.Literal("oauth"),
    tokenAddress: Type.String({ minLength: 8, maxLength: 2000, pattern: "^https?://[^/]" }),
    clientId: Type.String({ minLength: 1, maxLength: 255 }),
    clientSecret: secret,
    audience: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
    scope: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
  },
  closed,
);

const connection = Type.Object(
  {
    endpoint: Type.String({ minLength: 8, maxLength: 2000, pattern: "^https?://[^/]" }),
    authentication: Type.Union([basic, hmac, oauth]),
    trustedCertificates: Type.Optional(Type.String({ minLength: 1, maxLength: 200_000 })),
    enablement: Type.Object(
      {
        customerId: Type.String({ minLength: 1, maxLength: 60 }),
        authenticationMethod: Type.Union([
          Type.Literal("basic"),
          Type.Literal("hmac"),
          Type.Literal("oauth"),
        ]),
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

/** A field that an integration reads or writes. */
export const manifestEntry = Type.Object(
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
    // In whose name the history tells of it.
    actor: Type.Optional(actor),
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
