import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A remote ATS played by a script: vendor-shaped answers for the customers it is given, and a record of what it was asked. */
export interface ScriptedAts {
  /** Start of every customer's `api.baseUrl`. */
  readonly publicBase: string;
  readonly calls: AtsRecord[];
  /** Profiles by path: `people/123`. Change them to change what the ATS knows. */
  readonly profiles: Record<string, Record<string, unknown>>;
  /** Rows of `assessmentresults` by the path of their workflow, in the order of their entry numbers from 1. */
  readonly rows: Record<string, Record<string, unknown>[]>;
  /** Answers given in place of the next ones to a method, one after the other. */
  readonly instead: Interruption[];
  readonly close: () => Promise<void>;
}

export interface Interruption {
  readonly method: "GET" | "POST" | "PATCH";
  readonly status: number;
  readonly headers?: Record<string, string>;
  /** The request is carried out all the same. */
  readonly afterAll?: true;
}

export interface AtsRecord {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly body: Record<string, unknown> | undefined;
  readonly at: number;
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Starts the ATS; `passwords` has the user's password by customer id, the user is `api-{customerId}`. */
export async function startScriptedAts(passwords: Record<string, string>): Promise<ScriptedAts> {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const ats: ScriptedAts = {
    publicBase: `http://127.0.0.1:${port}`,
    calls: [],
    profiles: {},
    rows: {},
    instead: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const body = text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>);
    const { method = "", url = "" } = request;
    const place = ats.instead.findIndex((one) => one.method === method);
    const [interruption] = place === -1 ? [] : ats.instead.splice(place, 1);
    const isLost = interruption !== undefined && interruption.afterAll !== true;
    const regular = isLost ? undefined : answerTo(request, body);
    const answer = interruption ?? regular ?? { status: 500 };
    ats.calls.push({ method, url, status: answer.status, body, at: performance.now() });
    response.writeHead(answer.status, {
      "content-type": "application/json;charset=UTF-8",
      ...answer.headers,
    });
    response.end("body" in answer ? JSON.stringify(answer.body) : "");
  }

  function answerTo(request: IncomingMessage, body: Record<string, unknown> | undefined): Answer {
    const { pathname, searchParams } = new URL(request.url ?? "/", ats.publicBase);
    const [, , customerId = "", ...rest] = pathname.split("/");
    const user = Buffer.from(`api-${customerId}:${passwords[customerId] ?? ""}`).toString("base64");
    if (request.headers.authorization !== `Basic ${user}`) return problem(401, 6);
    const [noun = "", id = "", , , entry] = rest;
    const profile = ats.profiles[`${customerId}/${noun}/${id}`];
    if (profile === undefined) return problem(404, 2);
    const rows = (ats.rows[`${customerId}/${noun}/${id}`] ??= []);
    if (request.method === "GET") return read(profile, rows, searchParams.get("fields") ?? "");
    if (request.method === "POST") {
      rows.push({ entry: rows.length + 1, ...body });
      return { status: 201, headers: { location: `${ats.publicBase}${pathname}/${rows.length}` } };
    }
    Object.assign(rows[Number(entry) - 1] ?? {}, body);
    return { status: 204 };
  }
  return ats;
}

function read(
  profile: Record<string, unknown>,
  rows: readonly Record<string, unknown>[],
  fields: string,
): Answer {
  const whole = { ...profile, ...(rows.length > 0 && { assessmentresults: rows }) };
  const named = fields.split(",");
  const body = Object.fromEntries(Object.entries(whole).filter(([field]) => named.includes(field)));
  return { status: 200, body: { ...body, links: [] } };
}

function problem(status: number, errorCode: number): Answer {
  return { status, body: { errors: [{ errorMessage: "Refused.", errorCode }] } };
}
