import { Type } from "typebox";

import { at, count, named, oneOf, region, text, texts } from "./shapes.ts";

const sandbox = {
  id: text,
  integrationId: text,
  seed: count,
  createdAt: at,
  tenants: Type.Object({ a: named("SandboxTenant"), b: named("SandboxTenant") }),
};

const credential = { customerId: text, username: text };

/** Sandboxes, credentials and preflight. */
export const sandboxAnswers = {
  SandboxTenant: Type.Object({
    customerId: text,
    region,
    name: text,
    publicBase: text,
    timeZone: text,
  }),
  Sandbox: Type.Object(sandbox),
  BasicCredential: Type.Object({ kind: Type.Literal("basic"), ...credential, password: text }),
  HmacCredential: Type.Object({ kind: Type.Literal("hmac"), ...credential, key: text }),
  OAuthCredential: Type.Object({
    kind: Type.Literal("oauth"),
    ...credential,
    tokenUrl: text,
    audience: text,
    clientId: text,
    clientSecret: text,
  }),
  IssuedCredential: Type.Union([
    named("BasicCredential"),
    named("HmacCredential"),
    named("OAuthCredential"),
  ]),
  NewSandbox: Type.Object({
    ...sandbox,
    credentials: Type.Object({ a: named("BasicCredential"), b: named("BasicCredential") }),
  }),
  PreflightItem: Type.Object({
    id: text,
    region,
    title: text,
    outcome: Type.Union([
      Type.Object({ kind: Type.Literal("green"), found: text }),
      Type.Object({ kind: oneOf("amber", "red"), expected: text, found: text, toDo: text }),
      Type.Object({ kind: oneOf("not-applicable", "not-exercised"), why: text }),
    ]),
  }),
  PreflightReport: Type.Object({
    green: Type.Boolean(),
    items: Type.Array(named("PreflightItem")),
  }),
  CallerAddresses: Type.Object({ customerId: text, addresses: texts }),
};
