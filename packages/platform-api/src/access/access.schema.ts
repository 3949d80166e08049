import { Type } from "typebox";

import { organisationKinds, rolesOfKind, scopes } from "@slipway/programme";

import { lineOfText } from "../requests/text-schemas.ts";

const closed = { additionalProperties: false };
const roles = organisationKinds.flatMap((kind) => rolesOfKind[kind]);

export const newOrganisation = Type.Object(
  { name: lineOfText, kind: Type.Union(organisationKinds.map((kind) => Type.Literal(kind))) },
  closed,
);

export const newAccount = Type.Object(
  {
    /** Default: the caller's own. */
    organisation: Type.Optional(lineOfText),
    name: lineOfText,
    role: Type.Union(roles.map((role) => Type.Literal(role))),
  },
  closed,
);

export const newToken = Type.Object(
  {
    label: lineOfText,
    scopes: Type.Optional(
      Type.Array(Type.Union(scopes.map((scope) => Type.Literal(scope))), {
        minItems: 1,
        maxItems: scopes.length,
      }),
    ),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
  },
  closed,
);
