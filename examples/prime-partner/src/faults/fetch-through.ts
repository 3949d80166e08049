import { AtsRefused, type AtsAnswer, type AtsCall, type CallAts } from "./ats-call.ts";

const attemptTimeoutMs = 15_000;

/**
 * A network for the partner's client on which `change` sits: it sees each request before it leaves, and may send others in its
 * place. The partner itself knows nothing of it.
 */
export function fetchThrough(change: (callAts: CallAts) => CallAts): typeof fetch {
  const callAts = change(send);
  return async (input, init) => {
    try {
      return responseOf(await callAts(await callOf(new Request(input, init))));
    } catch (error) {
      if (error instanceof AtsRefused) return error.response;
      throw error;
    }
  };
}

async function callOf(request: Request): Promise<AtsCall> {
  const encoded = request.headers.get("authorization")?.replace(/^Basic /u, "") ?? "";
  const [username = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const text = await request.text();
  return {
    // The partner sends no others.
    method: request.method as AtsCall["method"],
    address: request.url,
    credentials: { username, password: rest.join(":") },
    // What the partner sends are objects.
    ...(text !== "" && { body: JSON.parse(text) as AtsCall["body"] }),
  };
}

// With a time limit of its own: a fault may have waited for longer than the client would.
async function send({ method, address, credentials, body }: AtsCall): Promise<AtsAnswer> {
  const { username, password } = credentials;
  const response = await fetch(address, {
    method,
    redirect: "manual",
    signal: AbortSignal.timeout(attemptTimeoutMs),
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      accept: "application/json",
      "user-agent": "ExamplePrimePartner/1.0",
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new AtsRefused(response);
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get("location") ?? undefined,
    // The API answers objects.
    body: text === "" ? undefined : (JSON.parse(text) as AtsAnswer["body"]),
  };
}

function responseOf({ status, location, body }: AtsAnswer): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: location === undefined ? {} : { location },
  });
}
