import type { FastifyInstance } from "fastify";
import { Compile } from "typebox/schema";

import { answerTable } from "./answers/answer-table.ts";
import { apiPrefix } from "./api-prefix.ts";
import { commonRefusals } from "./describe-refusals.ts";
import type { JsonSchema } from "./open-api-document.ts";
import { platformApiDocument } from "./platform-api-document.ts";
import { refusals } from "./refusals.ts";

/** What an API answered, held against its document. */
export interface AnswerWatch {
  /** Each departure once. */
  readonly departures: ReadonlySet<string>;
  /** Routes with an answer that a schema describes. */
  readonly described: ReadonlySet<string>;
}

type IsFit = (answer: unknown) => readonly string[];

/** Holds every answer that `app` sends below the API's prefix against the document; before the app is ready. */
export function watchAnswers(app: FastifyInstance): AnswerWatch {
  const departures = new Set<string>();
  const described = new Set<string>();
  const checks = checksByName();
  app.addHook("onSend", async ({ method, routeOptions: { url } }, reply, payload) => {
    if (url === undefined || !url.startsWith(apiPrefix) || method === "HEAD") return payload;
    const route = `${method} ${url.slice(apiPrefix.length)}`;
    const said = typeof payload === "string" ? payload : "";
    const type = String(reply.getHeader("content-type") ?? "");
    if (type.startsWith("application/problem+json"))
      for (const fault of refusalFaults(route, reply.statusCode, said)) departures.add(fault);
    else if (answerTable[route] !== undefined && (said === "" || type.includes("json"))) {
      const name = answerTable[route][reply.statusCode];
      const faults = name === undefined ? ["a status that it does not have"] : faultsIn(name, said);
      if (faults.length === 0) described.add(route);
      for (const fault of faults) departures.add(`${route} ${reply.statusCode}: ${fault}`);
    }
    return payload;
  });
  function faultsIn(name: string | null, said: string): readonly string[] {
    if (name === null) return said === "" ? [] : ["a body where it has none"];
    return checks.get(name)?.(JSON.parse(said)) ?? [`no schema ${name}`];
  }
  return { departures, described };
}

function refusalFaults(route: string, status: number, said: string): readonly string[] {
  // A verb that no route takes has no operation.
  if (status === 405) return [];
  // What is sent as a problem is a problem document.
  const { code } = JSON.parse(said) as { readonly code: string };
  const known = [
    ...(commonRefusals[`Refused${status}`]?.["x-codes"] ?? []),
    ...(refusals[route]?.[status] ?? []),
  ];
  return known.includes(code) ? [] : [`${route} ${status}: ${code}`];
}

function checksByName(): ReadonlyMap<string, IsFit> {
  const { schemas } = platformApiDocument().components;
  // What was made for JSON is as JSON has it.
  const closed = closing(schemas) as Readonly<Record<string, JsonSchema>>;
  return new Map(
    Object.keys(schemas).map((name) => {
      const whole = { $ref: `#/components/schemas/${name}`, components: { schemas: closed } };
      const schema = Compile(whole);
      return [
        name,
        (answer) => {
          if (schema.Check(answer)) return [];
          const [, errors] = schema.Errors(answer);
          return errors.slice(0, 5).map((one) => `${one.instancePath} ${one.message}`);
        },
      ];
    }),
  );
}

/** The same schemas without room for members that they do not name: a new one is to be described, or not sent. */
function closing(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closing);
  if (typeof part !== "object" || part === null) return part;
  const members = Object.entries(part).map(([name, value]) => [name, closing(value)] as const);
  const isObject = "properties" in part && "type" in part && !("additionalProperties" in part);
  return { ...Object.fromEntries(members), ...(isObject ? { additionalProperties: false } : {}) };
}
