import type { AtsAnswer, AtsCall } from "./ats-call.ts";

/** One try of a call, without the back-off of the partner's own client; whatever was answered is the answer. */
export async function plainAttempt({
  method,
  address,
  credentials: { username, password },
  body,
}: AtsCall): Promise<AtsAnswer> {
  const answer = await fetch(address, {
    method,
    redirect: "manual",
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      accept: "application/json",
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get("location") ?? undefined,
    // The API answers objects; what they hold is looked at where it is used.
    body: text === "" ? undefined : (JSON.parse(text) as Readonly<Record<string, unknown>>),
  };
}
