import { gzipSync } from "node:zlib";

import { afterEach, describe, expect, test } from "vitest";

import { signatureOf } from "../credentials/canonical-request.ts";
import {
  acceptAny,
  acceptBasic,
  acceptBearer,
  acceptHmac,
  createAtsClient,
  createEndpoint,
  jsonAnswer,
  signRequest,
  type Authenticator,
} from "../index.ts";
import { serveReceiver, statusChange, type ReceiverWorld } from "./receiver.world.ts";

const key = "sandbox-shared-key";
const user = { username: "ats", key };
const at = new Date("2026-01-15T10:00:00Z");
const machine = { now: () => at.getTime() };
const accept = acceptHmac({ keyOf: (name) => (name === "ats" ? key : undefined), machine });
let world: ReceiverWorld;
afterEach(async () => world.close());

async function serve(authenticator: Authenticator): Promise<void> {
  world = await serveReceiver(
    createEndpoint({
      accept: authenticator,
      handle: async ({ user: name }) => jsonAnswer(200, { user: name, links: [] }),
      onFault: (fault) => {
        throw fault;
      },
    }),
  );
}

const body = JSON.stringify(statusChange);
const path = "/events?b=2&a=1";
type Changes = Readonly<Record<string, string>>;

async function sendSigned(sent: string | Uint8Array, changes: Changes = {}): Promise<number> {
  const url = `${world.origin}${path}`;
  const headers = { ...signRequest({ method: "POST", url, body, at }, user), ...changes };
  return (await world.send({ path, headers, body: sent })).status;
}

describe("HMAC", () => {
  test("what our signer signs is accepted", async () => {
    await serve(accept);
    expect(await sendSigned(body)).toBe(200);
  });

  test("the digest may be that of the body before its compression", async () => {
    await serve(accept);
    expect(await sendSigned(gzipSync(body), { "content-encoding": "gzip" })).toBe(200);
    expect(await sendSigned(gzipSync(`${body} `), { "content-encoding": "gzip" })).toBe(401);
  });

  test.each([
    ["another body", body.replace("501", "502"), {}],
    ["another time", body, { "x-icims-date": "2026-01-15T10:00:01Z" }],
    ["another type", body, { "content-type": "text/plain" }],
    ["no proof", body, { authorization: "" }],
  ])("%s is refused", async (_name, sent, changes) => {
    await serve(accept);
    expect(await sendSigned(sent, changes)).toBe(401);
  });

  test("a signature that leaves the body out is refused", async () => {
    await serve(accept);
    const url = `${world.origin}${path}`;
    const { authorization: _covered, ...headers } = signRequest(
      { method: "POST", url, body, at },
      user,
    );
    const names = ["content-type", "host", "x-icims-date"] as const;
    const signed: Readonly<Record<string, string>> = { ...headers, host: new URL(url).host };
    const signature = signatureOf(
      {
        method: "POST",
        path: "/events",
        query: "b=2&a=1",
        headers: Object.fromEntries(names.map((name) => [name, signed[name] ?? ""])),
      },
      key,
    );
    const authorization = `x-icims-v1-hmac-sha256 user=ats,signedheaders=${names.join(";")},signature=${signature}`;
    const answer = await world.send({ path, headers: { ...headers, authorization }, body });
    expect(answer.status).toBe(401);
  });

  test("another key and another user are refused", async () => {
    await serve(accept);
    for (const other of [
      { ...user, key: "other" },
      { ...user, username: "else" },
    ]) {
      const headers = signRequest(
        { method: "POST", url: `${world.origin}${path}`, body, at },
        other,
      );
      expect((await world.send({ path, headers, body })).status).toBe(401);
    }
  });

  test("a time outside the window is refused, on both sides", async () => {
    for (const [skewMs, status] of [
      [900_000, 200],
      [-900_000, 200],
      [901_000, 401],
      [-901_000, 401],
    ] as const) {
      const now = (): number => at.getTime() + skewMs;
      await serve(acceptHmac({ keyOf: () => key, machine: { now } }));
      expect(await sendSigned(body), String(skewMs)).toBe(status);
      await world.close();
    }
    await serve(accept);
  });

  test("the client's HMAC calls are accepted by a receiver, with query and body", async () => {
    await serve(accept);
    const address = `${world.origin}/customers/9001`;
    const ats = createAtsClient({ address, credentials: { kind: "hmac", ...user }, machine });
    expect(await ats.people.get(1, { fields: ["firstname", "email"] })).toMatchObject({
      user: "ats",
    });
    await ats.people.update(1, { lastname: "Ünïcode" });
    const wrong = createAtsClient({
      address,
      credentials: { kind: "hmac", username: "ats", key: "wrong" },
      machine,
    });
    await expect(wrong.people.get(1)).rejects.toMatchObject({ status: 401 });
  });
});

test("several ways may be accepted at once", async () => {
  await serve(
    acceptAny(
      accept,
      acceptBasic((name) => (name === "b" ? "secret" : undefined)),
      acceptBearer((token) => (token === "t1" ? "o" : undefined)),
    ),
  );
  const userBy = async (authorization: string): Promise<string> =>
    (await world.send({ headers: { authorization }, body })).text;
  expect(await userBy(`Basic ${btoa("b:secret")}`)).toContain('"user":"b"');
  expect(await userBy("Bearer t1")).toContain('"user":"o"');
  expect(await userBy("Bearer t2")).toContain("error");
  expect(await sendSigned(body)).toBe(200);
});

test("who is not known is told the ways that are accepted", async () => {
  await serve(
    acceptAny(
      accept,
      acceptBearer(() => undefined),
    ),
  );
  const { headers } = await world.send({ body });
  expect(headers["www-authenticate"]).toBe("x-icims-v1-hmac-sha256, Bearer");
});
