import { PlatformRefusedProblem, PlatformUnreachableProblem } from "./platform-client.problems.ts";
import type { ProblemDocument } from "./wire.ts";

/** Where the platform is, and what lets in. */
export interface PlatformClientOptions {
  /** Where the platform API answers, as `http://127.0.0.1:8700`. */
  readonly baseUrl: string;
  readonly token: string;
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Calls the API below its prefix; throws a problem where it refuses or does not answer. */
export type Call = <Answer>(method: string, path: string, body?: object) => Promise<Answer>;

export function caller({ baseUrl, token, fetch = globalThis.fetch }: PlatformClientOptions): Call {
  return async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new PlatformUnreachableProblem(baseUrl, error);
    });
    const text = await answer.text().catch((error: unknown) => {
      throw new PlatformUnreachableProblem(baseUrl, error);
    });
    if (!answer.ok) throw new PlatformRefusedProblem(problemOf(answer.status, text));
    // The API's routes and these types are two views of one contract.
    return (isJson(answer) ? JSON.parse(text) : text) as Answer;
  };
}

/** Fetches a file that the API serves below its prefix, as it is; fails as every call does. */
export function downloader({
  baseUrl,
  token,
  fetch = globalThis.fetch,
}: PlatformClientOptions): (path: string) => Promise<Uint8Array> {
  return async (path) => {
    const answer = await fetch(`${baseUrl}/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}` },
    }).catch((error: unknown) => {
      throw new PlatformUnreachableProblem(baseUrl, error);
    });
    const bytes = await answer.arrayBuffer().catch((error: unknown) => {
      throw new PlatformUnreachableProblem(baseUrl, error);
    });
    if (answer.ok) return new Uint8Array(bytes);
    throw new PlatformRefusedProblem(problemOf(answer.status, new TextDecoder().decode(bytes)));
  };
}

/** Whether the platform says that it can serve. */
export async function isReady({
  baseUrl,
  fetch = globalThis.fetch,
}: PlatformClientOptions): Promise<boolean> {
  return fetch(`${baseUrl}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

function isJson(answer: Response): boolean {
  return (answer.headers.get("content-type") ?? "").includes("json");
}

/** `PLATFORM-ANSWER-UNREADABLE`: something between the caller and the platform answered in its place. */
function problemOf(status: number, text: string): ProblemDocument {
  try {
    // What is no problem document is told by its status below.
    const document = JSON.parse(text) as Partial<ProblemDocument>;
    if (typeof document.code === "string" && typeof document.detail === "string") {
      return { status, title: document.code, ...document } as ProblemDocument;
    }
  } catch {
    // Not JSON: something between us and the platform answered.
  }
  return {
    status,
    code: "PLATFORM-ANSWER-UNREADABLE",
    title: "Unreadable answer",
    detail: `Expected an answer of the platform API, found status ${status} from something else. Check the address.`,
  };
}
