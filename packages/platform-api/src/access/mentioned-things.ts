import type { FastifyRequest } from "fastify";

import type { ThingKind } from "@slipway/programme";

type Part = Readonly<Record<string, unknown>>;

/** Where requests name a thing besides their path, by the member that holds its id. */
const mentions: readonly { readonly kind: ThingKind; readonly of: (parts: Parts) => unknown }[] = [
  { kind: "integration", of: ({ query }) => query["integration"] },
  { kind: "run", of: ({ query }) => query["run"] },
  { kind: "run", of: ({ body }) => memberOf(body["selection"], "failedOf") },
];

interface Parts {
  readonly query: Part;
  readonly body: Part;
}

/** The things that a request names in its query or body, which are somebody's as well. */
export function mentionedThings({
  query,
  body,
}: FastifyRequest): readonly { readonly kind: ThingKind; readonly id: string }[] {
  const parts = { query: partOf(query), body: partOf(body) };
  return mentions.flatMap(({ kind, of }) => {
    const id = of(parts);
    return typeof id === "string" ? [{ kind, id }] : [];
  });
}

function partOf(part: unknown): Part {
  // Any object may be asked for a member.
  return typeof part === "object" && part !== null ? (part as Part) : {};
}

function memberOf(part: unknown, name: string): unknown {
  return partOf(part)[name];
}
