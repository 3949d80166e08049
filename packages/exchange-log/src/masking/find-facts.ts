import type { Fact, RawBody, RawExchange } from "@slipway/exchange";

import type { OpenedBody } from "./mask-body.ts";
import { listParts, type Bodies, type Part, type Parts } from "./parts.ts";
import { findInternalIds, hasStackTrace, placesOfStackTraces } from "./raw-facts.ts";
import type { FoundByPart } from "./search-parts.ts";

export interface FactSources {
  readonly parts: Parts;
  readonly foundBy: FoundByPart;
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
    ...listParts(sources.parts).flatMap((part) => secretFacts(part, sources.foundBy)),
    ...bodyFacts("request", raw.request.body, sources),
    ...bodyFacts("answer", raw.answer.body, sources),
    ...answerFacts(sources),
    ...redirectFacts(raw),
  ];
  return facts.length === 0 ? facts : withoutRepeats(facts.map((fact) => named(fact, sources)));
}

function secretFacts(part: Part, foundBy: FoundByPart): readonly Fact[] {
  return (foundBy.get(part) ?? []).flatMap(({ by, kind, within }): Fact[] => {
    const where = `${part.where}${within}`;
    if (by === "known") return part.mayHoldCredentials ? [] : [{ kind: "own-credential", where }];
    const isLoose = by === "shape" || by === "echo";
    return isLoose && kind === "government-id" ? [{ kind: "government-id-shape", where }] : [];
  });
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
  for (const part of parts.answerHeaders)
    if (hasStackTrace(part.text)) facts.push({ kind: "stack-trace", where: part.where });
  if (answer.json === undefined) {
    if (hasStackTrace(answer.text)) facts.push({ kind: "stack-trace", where: "answer.body" });
  } else if (/at |Traceback|\.java:|Exception|goroutine|Stack trace|:in |File /.test(answer.text)) {
    for (const place of placesOfStackTraces(answer.json))
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
