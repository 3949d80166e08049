import type { Fact, RawBody, RawExchange } from "@slipway/exchange";

import type { Found } from "./found.ts";
import type { OpenedBody } from "./open-body.ts";
import { mayHoldCredentials, whereIs, type Bodies, type Part } from "./parts-of.ts";
import { findInternalIds } from "./find-internal-ids.ts";
import { findStackTraces, hasStackTrace } from "./find-stack-traces.ts";

export interface FactSources {
  readonly parts: readonly Part[];
  /** What was found in each part. */
  readonly found: readonly (readonly Found[])[];
  readonly bodies: Bodies;
  readonly limitBytes: number;
  /** Which body was longer than what is stored. */
  readonly isTooLong: Readonly<Record<"request" | "answer", boolean>>;
  readonly maskPlace: (place: string) => string;
}

const longestPlace = 300;

/** What only the raw exchange can tell, each fact once. */
export function findFacts(raw: RawExchange, sources: FactSources): readonly Fact[] {
  const facts = [
    ...secretFacts(sources),
    ...bodyFacts("request", raw.request.body, sources),
    ...bodyFacts("answer", raw.answer.body, sources),
    ...answerFacts(sources),
    ...redirectFacts(raw),
  ];
  return facts.length === 0 ? facts : withoutRepeats(facts.map((fact) => named(fact, sources)));
}

function secretFacts({ parts, found }: FactSources): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [index, part] of parts.entries()) {
    for (const one of found[index] ?? []) {
      const fact = secretFact(one, part);
      if (fact !== undefined) facts.push(fact);
    }
  }
  return facts;
}

function secretFact({ by, kind, within }: Found, part: Part): Fact | undefined {
  if (by === "known")
    return mayHoldCredentials(part)
      ? undefined
      : { kind: "own-credential", where: `${whereIs(part)}${within}` };
  const isLoose = by === "shape" || by === "echo";
  return isLoose && kind === "government-id"
    ? { kind: "government-id-shape", where: `${whereIs(part)}${within}` }
    : undefined;
}

function bodyFacts(
  side: "request" | "answer",
  { cut }: RawBody,
  { bodies, limitBytes, isTooLong }: FactSources,
): readonly Fact[] {
  const where = `${side}.body`;
  const facts: Fact[] = [];
  if (cut !== undefined) facts.push({ kind: "body-cut", where, ...cut });
  else if (isTooLong[side] || isCut(bodies[side]))
    facts.push({ kind: "body-cut", where, limitBytes, reason: "too-long" });
  if (bodies[side].read.kind === "bytes") facts.push({ kind: "invalid-utf8", where });
  return facts;
}

function isCut({ read }: OpenedBody): boolean {
  return read.kind !== "none" && read.cut;
}

function answerFacts({ parts, bodies }: FactSources): readonly Fact[] {
  const { answer } = bodies;
  const facts: Fact[] = [...findInternalIds(answer.json)];
  for (const part of parts)
    if (part.side === "answer" && part.role === "header" && hasStackTrace(part.text))
      facts.push({ kind: "stack-trace", where: whereIs(part) });
  if (answer.json === undefined) {
    if (hasStackTrace(answer.text)) facts.push({ kind: "stack-trace", where: "answer.body" });
  } else if (/at |Traceback|\.java:|Exception|goroutine|Stack trace|:in |File /.test(answer.text)) {
    for (const place of findStackTraces(answer.json))
      facts.push({ kind: "stack-trace", where: `answer.body${place}` });
  }
  return facts;
}

function redirectFacts({ redirect }: RawExchange): readonly Fact[] {
  if (redirect === undefined) return [];
  return [
    {
      kind: "redirect-not-followed",
      where: "answer.headers.location",
      forbidden: redirect.forbidden,
    },
  ];
}

/** Names of members are the sender's, and as little to be trusted as the rest. */
function named(fact: Fact, { maskPlace }: FactSources): Fact {
  const where = maskPlace(fact.where);
  return {
    ...fact,
    where: where.length > longestPlace ? `${where.slice(0, longestPlace)}…` : where,
  };
}

function withoutRepeats(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}
