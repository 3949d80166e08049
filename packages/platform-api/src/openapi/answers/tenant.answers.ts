import { Type } from "typebox";

import { at, count, named, oneOf, text, texts } from "./shapes.ts";

const headers = Type.Array(Type.Array(text, { minItems: 2, maxItems: 2 }));
const body = named("RecordedBody");
const order = {
  id: text,
  customerId: text,
  personId: count,
  jobId: count,
  workflowId: count,
  packageId: text,
  createdAt: at,
};
const took = { durationMs: Type.Number(), queuedMs: Type.Number() };
const names = Type.Optional(texts);

/** What happens in a tenant: recorded exchanges, orders, deliveries, and how it is set. */
export const tenantAnswers = {
  RecordedBody: Type.Union([
    Type.Object({ kind: Type.Literal("none") }),
    Type.Object({
      kind: oneOf("json", "text", "bytes"),
      content: text,
      byteCount: count,
      cut: Type.Optional(Type.Literal(true)),
    }),
  ]),
  Exchange: Type.Object({
    id: text,
    customerId: text,
    sandboxId: Type.Optional(text),
    direction: oneOf("to-ats", "to-partner"),
    at,
    durationMs: Type.Number(),
    actor: Type.Union([
      Type.Object({ kind: Type.Literal("api-user"), username: text, userId: count }),
      Type.Object({ kind: Type.Literal("unauthenticated") }),
      Type.Object({ kind: Type.Literal("platform"), purpose: text }),
    ]),
    transactionId: text,
    request: Type.Object({ method: text, path: text, query: text, origin: text, headers, body }),
    answer: Type.Union([
      Type.Object({ kind: Type.Literal("answered"), status: count, headers, body }),
      Type.Object({
        kind: Type.Literal("no-answer"),
        reason: text,
        detail: text,
        body: Type.Optional(body),
      }),
    ]),
    access: Type.Array(
      Type.Object({ noun: text, profileId: Type.Optional(count), field: text, how: text }),
    ),
    facts: Type.Array(Type.Object({ kind: text, where: text }, { additionalProperties: true })),
    references: Type.Object({
      personId: Type.Optional(count),
      jobId: Type.Optional(count),
      workflowId: Type.Optional(count),
      orderId: Type.Optional(text),
      deliveryId: Type.Optional(text),
    }),
  }),
  ExchangeList: Type.Object({ exchanges: Type.Array(named("Exchange")) }),
  MovedWorkflow: Type.Object({
    oldStatus: text,
    newStatus: text,
    deliveryId: Type.Optional(text),
  }),
  RecruiterView: Type.Object({
    tone: oneOf("success", "error", "link"),
    text,
    link: Type.Optional(text),
  }),
  AssessmentOrder: Type.Object({
    ...order,
    delivery: Type.Union([
      Type.Object({ state: Type.Literal("under-way") }),
      Type.Object({
        state: oneOf("answered", "no-answer", "not-sent"),
        recruiterView: named("RecruiterView"),
      }),
    ]),
  }),
  AskedCancellation: Type.Object({ deliveryId: text }),
  Delivery: Type.Object({
    id: text,
    state: oneOf("due", "claimed", "started", "finished", "outcome-unknown"),
    recruiterView: Type.Optional(named("RecruiterView")),
    exchangeId: Type.Optional(text),
    outcome: Type.Optional(
      Type.Union([
        Type.Object({ kind: Type.Literal("answered"), status: count, ...took }),
        Type.Object({ kind: Type.Literal("no-answer"), reason: text, detail: text, ...took }),
        Type.Object({
          kind: Type.Literal("not-sent"),
          code: text,
          detail: text,
          fault: Type.Optional(text),
        }),
      ]),
    ),
  }),
  FieldRules: Type.Object({
    hidden: names,
    readOnly: names,
    required: names,
    hiddenFolders: names,
  }),
  LoginGroup: Type.Object({
    name: text,
    isIntegrationUser: Type.Optional(Type.Boolean()),
    rules: Type.Record(Type.String(), named("FieldRules")),
  }),
  LoginGroupList: Type.Object({ loginGroups: Type.Array(named("LoginGroup")) }),
  TenantSwitch: Type.Object({ id: text, setting: text, values: texts, default: text, known: text }),
  TenantSwitchList: Type.Object({ switches: Type.Array(named("TenantSwitch")) }),
  Clock: Type.Object({
    customerId: Type.Optional(text),
    state: oneOf("running", "frozen"),
    now: at,
    aheadMs: Type.Integer(),
    version: count,
  }),
};
