import type { OpenApiAnswer, Reference, TakenRoute } from "./open-api-document.ts";
import { refusals } from "./refusals.ts";

type Codes = Readonly<Record<number, readonly string[]>>;

/** What any route can answer, whatever it does. */
const always: Codes = {
  401: ["ACCESS-TOKEN-WRONG", "ACCESS-TOKEN-EXPIRED", "ACCESS-TOKEN-REVOKED"],
  403: ["ACCESS-FORBIDDEN", "ACCESS-SCOPE-MISSING"],
  405: ["VERB-NOT-ALLOWED"],
  500: ["INTERNAL-ERROR"],
  503: ["DATABASE-AWAY"],
};

/** How a request that is not what the route takes is refused: each route reads a body that is sent, even where it needs none. */
const unfit: Codes = {
  400: ["REQUEST-INVALID"],
  413: ["REQUEST-INVALID"],
  414: ["REQUEST-INVALID"],
  415: ["REQUEST-INVALID"],
};

const common = merged([always, unfit]);

/** Answers that refuse as any route may, by the name that the document gives them. */
export const commonRefusals: Readonly<Record<string, OpenApiAnswer>> = Object.fromEntries(
  [...common].map(([status, codes]) => [nameOf(status), refusalOf(codes)]),
);

/** The answers of a route that refuse, each with the codes that are known. */
export function describeRefusals({
  verb,
  path,
}: Pick<TakenRoute, "verb" | "path">): Readonly<Record<string, OpenApiAnswer | Reference>> {
  const own = refusals[`${verb} ${path}`] ?? {};
  const refused = [...merged([always, unfit, own])].map(([status, codes]) => {
    const isCommon = own[status] === undefined;
    const answer = isCommon
      ? { $ref: `#/components/responses/${nameOf(status)}` }
      : refusalOf(codes);
    return [status, answer] as const;
  });
  return Object.fromEntries(refused);
}

function nameOf(status: number): string {
  return `Refused${status}`;
}

function refusalOf(codes: readonly string[]): OpenApiAnswer {
  return {
    description: `A problem: ${codes.join(", ")}.`,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    "x-codes": codes,
  };
}

function merged(tables: readonly Codes[]): ReadonlyMap<number, readonly string[]> {
  const all = new Map<number, readonly string[]>();
  for (const codes of tables)
    for (const [status, more] of Object.entries(codes))
      all.set(Number(status), [...(all.get(Number(status)) ?? []), ...more]);
  return all;
}
