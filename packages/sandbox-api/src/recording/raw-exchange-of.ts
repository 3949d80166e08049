import type { FieldAccess, RawExchange } from "@slipway/exchange";

import { referencesInPath } from "./references-in-path.ts";
import type { FinishedAnswer } from "../call/answer.ts";
import type { Call, CallNotes, NotedField } from "../call/call.ts";
import type { Session } from "../call/session.ts";

/** Who called whom, as far as it was established. */
export interface RecordedParty extends Pick<Session, "tenant" | "clock"> {
  readonly user: Session["user"] | undefined;
  readonly maskKey: Uint8Array;
}

/** The call and its answer as the recorder takes them, before masking. */
export function rawExchangeOf(
  { arrival, notes }: Call,
  answer: FinishedAnswer,
  party: RecordedParty & { readonly nowMs: number },
): RawExchange {
  const { tenant, user, maskKey } = party;
  const durationMs = party.nowMs - arrival.arrivedMs;
  return {
    customerId: tenant.customerId,
    // The tenant's id of its sandbox is the platform's own.
    sandboxId: tenant.sandboxId as RawExchange["sandboxId"],
    maskKey,
    direction: "to-ats",
    at: new Date(party.clock.now().getTime() - durationMs),
    durationMs,
    actor:
      user === undefined
        ? { kind: "unauthenticated" }
        : { kind: "api-user", username: user.username, userId: user.userId },
    transactionId: arrival.transactionId,
    request: {
      method: arrival.method,
      path: arrival.path,
      query: arrival.query,
      origin: tenant.publicBase,
      headers: arrival.headers,
      body: arrival.body,
    },
    answer: {
      kind: "answered",
      status: answer.status,
      headers: answer.headers,
      body: { bytes: answer.body },
    },
    access: accessOf(notes, answer.status),
    references: { ...referencesInPath(arrival, tenant), ...notes.references },
    knownSecrets: notes.secrets,
  };
}

function accessOf(notes: CallNotes, status: number): readonly FieldAccess[] {
  return [
    ...used(notes.requested, "requested"),
    ...used(notes.delivered, "delivered"),
    ...used(notes.deliveredByDefault, "delivered-by-default"),
    ...notes.sent.map((one) => ({ ...one, how: howSent(one, notes, status) })),
  ];
}

function howSent(
  { field }: NotedField,
  { notTaken }: CallNotes,
  status: number,
): "written" | "write-refused" {
  const [name = field] = field.split(".");
  return status < 400 && !notTaken.has(name) ? "written" : "write-refused";
}

function used(fields: readonly NotedField[], how: FieldAccess["how"]): readonly FieldAccess[] {
  return fields.map((field) => ({ ...field, how }));
}
