import { randomBytes } from "node:crypto";

import type { MaskKind, RawExchange, SandboxId } from "@slipway/exchange";
import { createIds, systemClock } from "@slipway/foundation";

export const ids = createIds({ clock: systemClock, randomBytes });

const maskKey = Buffer.alloc(32, 7);

export const fieldMasks: ReadonlyMap<string, MaskKind> = new Map([
  ["usssn", "government-id"],
  ["birthdate", "birth-date"],
  ["drivinglicensenumber", "government-id"],
  ["gender", "personal"],
]);

export const text = (content: string) => ({ bytes: Buffer.from(content, "utf8") });

export const json = (content: unknown) => text(JSON.stringify(content));

type Parts = Omit<Partial<RawExchange>, "request"> & {
  readonly request?: Partial<RawExchange["request"]>;
};

/** A read of one person that was answered with two fields; a test states what differs. */
export function rawExchange(parts: Parts = {}): RawExchange {
  return {
    customerId: "6101",
    sandboxId: "0198a000-0000-7000-8000-000000000001" as SandboxId,
    maskKey,
    direction: "to-ats",
    at: new Date("2026-03-01T10:00:00.123Z"),
    durationMs: 4.25,
    actor: { kind: "api-user", username: "partner-api", userId: 12 },
    transactionId: "tx-1",
    answer: {
      kind: "answered",
      status: 200,
      headers: [["Content-Type", "application/json;charset=UTF-8"]],
      body: json({ firstname: "Ana", lastname: "Mora" }),
    },
    access: [{ noun: "people", profileId: 5, field: "firstname", how: "delivered" }],
    references: { personId: 5 },
    knownSecrets: [],
    ...parts,
    request: {
      method: "GET",
      path: "/customers/6101/people/5",
      query: "fields=firstname,lastname",
      origin: "http://127.0.0.1:8701",
      headers: [["Host", "127.0.0.1:8701"]],
      body: { bytes: undefined },
      ...parts.request,
    },
  };
}
