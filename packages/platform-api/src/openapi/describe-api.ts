import { answerSchemas } from "./answers/answer-schemas.ts";
import { describeOperation } from "./describe-operation.ts";
import { commonRefusals } from "./describe-refusals.ts";
import type { JsonSchema, OpenApiDocument, TakenRoute } from "./open-api-document.ts";

const description =
  "Integrations, their sandboxes, validation runs and life in the programme. Instants are ISO 8601 in UTC. An error is a problem document (RFC 9457) with a stable `code`. An answer may gain members that are not described here. The scopes that a token needs are named under `security`, the roles under `x-roles`; `x-whose-things` says of what belongs to organisations whose a call is about.";

const problem: JsonSchema = {
  type: "object",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", pattern: "^[A-Z]+(-[A-Z]+)+$" },
    detail: { type: "string" },
    preflight: { $ref: "#/components/schemas/PreflightReport" },
    refusal: { type: "object" },
    findings: { type: "array" },
  },
  required: ["type", "title", "status", "code", "detail"],
};

/** The document of an API that takes these routes. */
export function describeApi(
  routes: readonly TakenRoute[],
  { prefix }: { readonly prefix: string },
): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "Slipway platform API", version: "1", description },
    servers: [{ url: prefix }],
    paths: pathsOf(routes),
    components: {
      schemas: sorted({ ...plainSchemas(), Problem: problem }),
      responses: commonRefusals,
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}

function pathsOf(routes: readonly TakenRoute[]): OpenApiDocument["paths"] {
  const byPath = Map.groupBy(routes, ({ path }) => path.replaceAll(/:(\w+)/gu, "{$1}"));
  const entries = [...byPath].map(([path, taken]) => {
    const operations = taken.map(
      (one) => [one.verb.toLowerCase(), describeOperation(one)] as const,
    );
    return [path, sorted(Object.fromEntries(operations))] as const;
  });
  return sorted(Object.fromEntries(entries));
}

function plainSchemas(): Readonly<Record<string, JsonSchema>> {
  // What was written as objects is read as such; what only the schemas' library knows is left behind.
  return JSON.parse(JSON.stringify(answerSchemas)) as Readonly<Record<string, JsonSchema>>;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}
