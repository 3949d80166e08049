import type { Fact } from "@slipway/exchange";

type InternalIdShape = Extract<Fact, { kind: "internal-id" }>["shape"];

const internalIds: readonly (readonly [InternalIdShape, RegExp])[] = [
  ["uuid", /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i],
  ["object-id", /\b(?=[0-9a-f]*\d)[0-9a-f]{24}\b/i],
  [
    "database-key",
    /\b(?:[a-z]{1,30}_id|row ?id|oid|pk|primary key|record id|id)\b["']?\s{0,2}(?:[=:#]|is)?\s{0,2}["'(]?\d{2,}|\bkey \(\w{1,60}\)=\(/i,
  ],
];

/** Ids of the partner's own systems in the message that a recruiter reads. */
export function findInternalIds(answer: unknown): readonly Fact[] {
  const message = userMessageOf(answer);
  if (message === undefined) return [];
  return internalIds.flatMap(([shape, pattern]) =>
    pattern.test(message)
      ? [{ kind: "internal-id", where: "answer.body.error.userMessage", shape } as const]
      : [],
  );
}

function userMessageOf(answer: unknown): string | undefined {
  const error = memberOf(answer, "error");
  const message = memberOf(error, "userMessage");
  return typeof message === "string" ? message : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  // An own property of an object may be read; what it is, the caller finds out.
  return (value as Readonly<Record<string, unknown>>)[name];
}
