import { openToEveryToken, policy, type PolicyRow } from "../access/policy.ts";
import { answerTable } from "./answers/answer-table.ts";
import { describeRefusals } from "./describe-refusals.ts";
import type {
  JsonSchema,
  OpenApiAnswer,
  OpenApiOperation,
  TakenRoute,
} from "./open-api-document.ts";

const rows = new Map<string, PolicyRow>(policy.map((row) => [row[0], row]));

/** One route as the document has it. */
export function describeOperation(taken: TakenRoute): OpenApiOperation {
  const route = `${taken.verb} ${taken.path}`;
  const parameters = [...pathParameters(taken), ...queryParameters(taken)];
  return {
    operationId: operationIdOf(taken),
    tags: [taken.path.split("/")[1] ?? ""],
    ...accessTo(route),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(taken.body === undefined ? {} : { requestBody: bodyOf(taken.body) }),
    responses: { ...successesOf(route), ...describeRefusals(taken) },
  };
}

/** As `getSandboxesBySandboxIdRuns`. */
function operationIdOf({ verb, path }: TakenRoute): string {
  const words = path
    .split("/")
    .flatMap((part) => (part.startsWith(":") ? `by-${part.slice(1)}` : part).split("-"));
  return (
    verb.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")
  );
}

function accessTo(
  route: string,
): Pick<OpenApiOperation, "security" | "x-roles" | "x-whose-things"> {
  const row = rows.get(route);
  if (row === undefined) return { security: openToEveryToken.has(route) ? [{ token: [] }] : [] };
  const [, roles, scope, whose] = row;
  return {
    security: [{ token: [scope] }],
    "x-roles": [...roles.filter((role) => role !== "operator"), "operator"],
    "x-whose-things": whose,
  };
}

function pathParameters({ path, params }: TakenRoute): readonly object[] {
  const described = membersOf(params);
  return [...path.matchAll(/:(\w+)/gu)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: described.get(name) ?? { type: "string" },
  }));
}

function queryParameters({ query }: TakenRoute): readonly object[] {
  const required = plain(query)?.["required"];
  return [...membersOf(query)].map(([name, schema]) => ({
    name,
    in: "query",
    schema,
    required: Array.isArray(required) && required.includes(name),
  }));
}

function bodyOf(body: object): object {
  const schema = plain(body);
  // A body that is not there is read as none, which a schema of an object refuses.
  return { required: true, content: { "application/json": { schema } } };
}

function successesOf(route: string): Readonly<Record<string, OpenApiAnswer>> {
  const answers = Object.entries(answerTable[route] ?? {});
  if (answers.length === 0) return { "2XX": { description: "Done; no schema describes it yet." } };
  return Object.fromEntries(
    answers.map(([status, name]) => [
      status,
      name === null
        ? { description: "Done; there is nothing to say." }
        : {
            description: "Done.",
            content: {
              "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
            },
          },
    ]),
  );
}

function membersOf(schema: object | undefined): ReadonlyMap<string, JsonSchema> {
  const members = plain(schema)?.["properties"] ?? {};
  // The members of an object's schema are schemas.
  return new Map(Object.entries(members as Readonly<Record<string, JsonSchema>>));
}

/** A schema without what only its library knows. */
function plain(schema: object | undefined): JsonSchema | undefined {
  // What was written as an object is read as one.
  return schema === undefined ? undefined : (JSON.parse(JSON.stringify(schema)) as JsonSchema);
}
