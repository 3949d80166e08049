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
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** The traces of the languages that partners write in. */
const stackTrace =
  /\n\s{1,20}at [^\n]{1,300}[:(][^\n]{0,300}\d+\)?|Traceback \(most recent call last\)|\n\s{1,8}File "[^"\n]{1,300}", line \d+|\.java:\d+\)|\bSystem\.\w{1,60}Exception\b|\bgoroutine \d+ \[|Stack trace:\s{0,3}#0|:\d+:in [`']/;

/** Whether the text holds a stack trace, as it is or with its line breaks escaped. */
export function hasStackTrace(text: string): boolean {
  if (!/at |Traceback|\.java:|Exception|goroutine|Stack trace|:in [`']|File "/.test(text))
    return false;
  return stackTrace.test(text);
}

/** The place of every string in a parsed JSON that has a stack trace. */
export function placesOfStackTraces(json: unknown): readonly string[] {
  const places: string[] = [];
  const open: { readonly value: unknown; readonly path: string }[] = [{ value: json, path: "" }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { value, path } = one;
    if (typeof value === "string" && hasStackTrace(value)) places.push(path);
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value))
      open.push({
        value: member,
        path: Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`,
      });
  }
  return places;
}
