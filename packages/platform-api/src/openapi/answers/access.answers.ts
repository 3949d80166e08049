import { Type } from "typebox";

import { organisationKinds, roles, scopes } from "@slipway/programme";

import { at, named, oneOf, orNull, text } from "./shapes.ts";

const kind = oneOf(...organisationKinds);
const scopeList = Type.Array(oneOf(...scopes));
const role = oneOf(...roles.filter((one) => one !== "clock"));

const token = {
  id: text,
  prefix: text,
  label: text,
  account: orNull(Type.Object({ id: text, name: text, role, organisation: text })),
  scopes: scopeList,
  createdAt: at,
  expiresAt: orNull(at),
  lastUsedAt: orNull(at),
  revokedAt: orNull(at),
};

/** Organisations, accounts and tokens. */
export const accessAnswers = {
  Me: Type.Union([
    Type.Object({
      kind: Type.Literal("installation"),
      role: Type.Literal("operator"),
      organisation: text,
    }),
    Type.Object({
      kind: Type.Literal("account"),
      role,
      organisation: text,
      name: text,
      accountId: text,
      scopes: scopeList,
      tokenId: text,
      expiresAt: at,
    }),
  ]),
  Organisation: Type.Object({ id: text, name: text, kind, createdAt: orNull(at) }),
  OrganisationList: Type.Object({ organisations: Type.Array(named("Organisation")) }),
  Account: Type.Object({
    id: text,
    name: text,
    role,
    organisation: Type.Object({ name: text, kind }),
    createdAt: at,
  }),
  AccountList: Type.Object({ accounts: Type.Array(named("Account")) }),
  AccessToken: Type.Object(token),
  AccessTokenList: Type.Object({ tokens: Type.Array(named("AccessToken")) }),
  IssuedToken: Type.Object({ ...token, token: text }),
};
